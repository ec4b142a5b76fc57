package cadenza.host.control;

import cadenza.api.UserException;
import cadenza.host.music.PitchName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pitches from one to another.
 *
 * @param lowest MIDI note number, 0 to 127
 * @param highest MIDI note number, at least the lowest, to 127
 */
public record PitchRange(int lowest, int highest) {
    private static final String PITCH = "(" + NoteName.PATTERN + ")(-?\\d)";
    private static final Pattern RANGE = Pattern.compile(PITCH + "\\s*-\\s*" + PITCH);

    public PitchRange {
        if (lowest < 0 || highest > 127 || lowest > highest) {
            throw new IllegalArgumentException("range " + lowest + "-" + highest + " is not within 0..127");
        }
    }

    /**
     * Reads a range in scientific pitch notation, in which C4 is middle C (60): {@code C3-C6}.
     *
     * @throws UserException if it is none
     */
    public static PitchRange parse(String text) {
        Matcher range = RANGE.matcher(text.strip());
        if (!range.matches()) {
            throw new UserException("--range '" + text + "' is no range; give two pitches with their octaves, such as"
                    + " C3-C6 (C4 is middle C, C-1 the lowest, G9 the highest)");
        }
        int lowest = pitch(range.group(1), range.group(2));
        int highest = pitch(range.group(3), range.group(4));
        if (lowest < 0 || highest < 0 || lowest > 127 || highest > 127) {
            throw new UserException("--range '" + text + "' goes beyond MIDI; its lowest pitch is C-1, its highest G9");
        }
        if (lowest > highest) {
            throw new UserException("--range '" + text + "' is empty: give the lower pitch first");
        }
        return new PitchRange(lowest, highest);
    }

    private static int pitch(String name, String octave) {
        return 12 * (Integer.parseInt(octave) + 1) + NoteName.parse(name).semitones();
    }

    /** Whether a pitch of 0 to 127 lies within. */
    public boolean has(int pitch) {
        return pitch >= lowest && pitch <= highest;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return PitchName.of(lowest) + "-" + PitchName.of(highest);
    }
}
