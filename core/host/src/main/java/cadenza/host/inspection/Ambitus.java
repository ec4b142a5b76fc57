package cadenza.host.inspection;

import cadenza.api.document.Note;
import cadenza.host.music.PitchName;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * The ambitus: from the lowest to the highest pitch that is there, both 0 to 127.
 *
 * @param lowest not above {@code highest}
 */
public record Ambitus(int lowest, int highest) {
    /** The range of notes; empty if there are none. */
    static Optional<Ambitus> of(List<Note> notes) {
        IntSummaryStatistics pitches = notes.stream().mapToInt(Note::pitch).summaryStatistics();
        return notes.isEmpty() ? Optional.empty() : Optional.of(new Ambitus(pitches.getMin(), pitches.getMax()));
    }

    /** Such as {@code C3 to E5}, or {@code C3} alone. */
    @Override
    public String toString() {
        return PitchName.of(lowest) + (lowest == highest ? "" : " to " + PitchName.of(highest));
    }
}
