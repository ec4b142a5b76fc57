package cadenza.host.notation;

import cadenza.api.document.Meter;
import cadenza.api.document.Score;
import java.util.ArrayList;
import java.util.List;

/**
 * The length of a note or rest as it is written.
 *
 * @param ticks at {@link Score#TICKS_PER_QUARTER}
 * @param type MusicXML's name, such as {@code quarter}
 * @param dotted half as long again
 */
public record NoteValue(int ticks, String type, boolean dotted) {
    private static final int WHOLE = 4 * Score.TICKS_PER_QUARTER;
    private static final String[] TYPES = {"whole", "half", "quarter", "eighth", "16th", "32nd", "64th"};
    private static final int SHORTEST = WHOLE >> (TYPES.length - 1); // a sixty-fourth

    /**
     * The fewest values, tied together, for a length at a place of a bar. A value lies within a beat, or lasts
     * whole beats from one on; in simple meters a plain value may also begin at a multiple of itself, and a dotted one on
     * any beat. So the beats of the bar stay to be seen.
     *
     * @param place ticks from the beginning of the bar, a multiple of a sixty-fourth
     * @param length in ticks, a multiple of a sixty-fourth, within the bar
     */
    static List<NoteValue> split(long place, long length, Meter meter) {
        List<NoteValue> values = new ArrayList<>();
        long at = place;
        long left = length;
        while (left > 0) {
            NoteValue value = longest(at, left, meter.ticksPerBeat());
            values.add(value);
            at += value.ticks;
            left -= value.ticks;
        }
        return values;
    }

    private static NoteValue longest(long at, long most, int beat) {
        for (int i = 0; i < TYPES.length; i++) {
            int plain = WHOLE >> i;
            int dotted = plain + plain / 2;
            if (dotted <= most && dotted % SHORTEST == 0 && fits(at, dotted, plain, beat)) {
                return new NoteValue(dotted, TYPES[i], true);
            }
            if (plain <= most && fits(at, plain, plain, beat)) {
                return new NoteValue(plain, TYPES[i], false);
            }
        }
        throw new IllegalArgumentException(at + " is no multiple of " + SHORTEST + " ticks");
    }

    private static boolean fits(long at, int ticks, int plain, int beat) {
        boolean simple = Integer.bitCount(beat / SHORTEST) == 1;
        boolean ofWholeBeats = at % beat == 0 && ticks % beat == 0;
        boolean withinABeat = at % beat + ticks <= beat;
        boolean atItsMultiple = simple && at % (ticks == plain ? plain : beat) == 0;
        return ofWholeBeats || withinABeat || atItsMultiple || ticks == SHORTEST;
    }
}
