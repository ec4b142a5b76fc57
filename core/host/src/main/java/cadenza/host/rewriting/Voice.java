package cadenza.host.rewriting;

import cadenza.host.music.PitchName;
import java.util.Objects;

/**
 * A single line that a model knows.
 *
 * @param name such as {@code soprano}
 * @param lowest MIDI note number, 0 to 127
 * @param highest MIDI note number, at least {@value #OCTAVE} - 1 above the lowest, so that each pitch class is in range
 */
public record Voice(String name, int lowest, int highest) {
    static final int OCTAVE = 12;

    public Voice {
        Objects.requireNonNull(name, "name");
        if (lowest < 0 || highest > 127 || highest - lowest < OCTAVE - 1) {
            throw new IllegalArgumentException(
                    "the range " + lowest + "-" + highest + " of " + name + " is no octave within 0..127");
        }
    }

    /** How far a pitch is out of range, in semitones; 0 within. */
    int distance(int pitch) {
        return Math.max(0, Math.max(lowest - pitch, pitch - highest));
    }

    /** The pitch itself, or what is nearest to it in range, whole octaves away. */
    int nearest(int pitch) {
        int octaves = (distance(pitch) + OCTAVE - 1) / OCTAVE;
        return pitch < lowest ? pitch + octaves * OCTAVE : pitch - octaves * OCTAVE;
    }

    /** Such as {@code C4-A5}. */
    String range() {
        return PitchName.of(lowest) + "-" + PitchName.of(highest);
    }
}
