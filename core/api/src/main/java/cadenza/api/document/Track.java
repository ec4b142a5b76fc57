package cadenza.api.document;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The notes of one instrument or voice.
 *
 * @param name as a DAW shows it; may be empty
 * @param channel MIDI channel, 0 to 15 (9 is percussion)
 * @param program General MIDI program, 0 to 127
 * @param notes ordered by tick, then pitch
 */
public record Track(String name, int channel, int program, List<Note> notes) {
    private static final Comparator<Note> BY_TIME =
            Comparator.comparingLong(Note::tick).thenComparingInt(Note::pitch);

    public Track {
        Objects.requireNonNull(name, "name");
        if (channel < 0 || channel > 15) {
            throw new IllegalArgumentException("channel " + channel + " is not in 0..15");
        }
        if (program < 0 || program > 127) {
            throw new IllegalArgumentException("program " + program + " is not in 0..127");
        }
        notes = notes.stream().sorted(BY_TIME).toList();
    }

    /** The MIDI channel that General MIDI keeps for percussion. */
    public static final int PERCUSSION_CHANNEL = 9;

    /** Whether the track plays percussion, whose pitches name instruments and must not be transposed. */
    public boolean percussion() {
        return channel == PERCUSSION_CHANNEL;
    }
}
