package cadenza.host.inspection;

import cadenza.api.document.Note;
import cadenza.api.document.Track;
import java.util.Collections;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The facts of one track. Immutable.
 *
 * @param track one note or more
 * @param range of its pitches; of percussion, whose pitches are instruments, too
 * @param softest velocity, 1 to 127
 * @param loudest velocity, 1 to 127
 * @param meanVelocity 1 to 127
 * @param polyphony the most notes at once
 * @param strokes how many notes there are of each pitch, lowest first
 */
public record TrackFacts(
        Track track,
        Ambitus range,
        int softest,
        int loudest,
        double meanVelocity,
        int polyphony,
        Map<Integer, Integer> strokes) {
    public TrackFacts {
        strokes = Collections.unmodifiableMap(new TreeMap<>(strokes));
    }

    /** @throws IllegalArgumentException if the track has no notes */
    static TrackFacts of(Track track) {
        List<Note> notes = track.notes();
        IntSummaryStatistics velocities =
                notes.stream().mapToInt(Note::velocity).summaryStatistics();
        Map<Integer, Integer> strokes = new TreeMap<>();
        notes.forEach(note -> strokes.merge(note.pitch(), 1, Integer::sum));
        return new TrackFacts(
                track,
                Ambitus.of(notes)
                        .orElseThrow(() -> new IllegalArgumentException("track '" + track.name() + "' has no notes")),
                velocities.getMin(),
                velocities.getMax(),
                velocities.getAverage(),
                Polyphony.of(notes),
                strokes);
    }
}
