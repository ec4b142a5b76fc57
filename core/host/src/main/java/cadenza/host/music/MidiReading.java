package cadenza.host.music;

import cadenza.api.document.Score;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a MIDI file holds, and what of it did not go into the score. Release velocities, which hardly any instrument
 * heeds, are left out and not counted. Immutable.
 *
 * @param score the music
 * @param type of the file, 0 or 1
 * @param timebase in which the file counts time
 * @param fileTracks how many the file has, with notes or without
 * @param text what follows the prefix that was looked for, in the text event that has it
 * @param leftOut events that a score does not hold, in the order of {@link Finding}
 * @param mended faults that were mended, in the order of {@link Finding}
 */
public record MidiReading(
        Score score,
        int type,
        Timebase timebase,
        int fileTracks,
        Optional<String> text,
        List<Counted> leftOut,
        List<Counted> mended) {
    public MidiReading {
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(timebase, "timebase");
        Objects.requireNonNull(text, "text");
        leftOut = List.copyOf(leftOut);
        mended = List.copyOf(mended);
    }
}
