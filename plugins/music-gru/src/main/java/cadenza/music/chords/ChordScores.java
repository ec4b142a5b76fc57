package cadenza.music.chords;

import cadenza.recurrent.SlotState;
import java.util.BitSet;

/**
 * The scores that add up to the logit of a pitch: one of its own; by its interval from the pitch below it; by that from
 * the lowest of the step, whatever the octave; by how far it lies from the pitch that had its place in the step before;
 * and by how near the nearest pitch of the step before is. So the network says once what a third above the bass or a
 * step down is worth, not for each pitch anew. Any other token has a score of its own. Immutable.
 */
final class ChordScores {
    /** The most scores of a token. */
    static final int TERMS = 5;

    private static final int PLACES = 6; // the lowest pitch, ..., the sixth and all above
    private static final int WIDEST = 16;
    private static final int STEPS = 2 * WIDEST + 2; // the last: nothing to compare with
    private static final int GAPS = 2 * WIDEST + 1; // 0: nothing below
    private static final int PITCH_CLASSES = 12;
    private static final int BASS_INTERVALS = PITCH_CLASSES + 1; // the last: it is the bass
    private static final int FARTHEST = 4;
    private static final int NEARNESS = 2 * FARTHEST + 1;

    private final int firstGap;
    private final int firstBassInterval;
    private final int firstStep;
    private final int firstNearness;

    ChordScores(ChordVocabulary vocabulary) {
        firstGap = vocabulary.size();
        firstBassInterval = firstGap + PLACES * GAPS;
        firstStep = firstBassInterval + PLACES * BASS_INTERVALS;
        firstNearness = firstStep + PLACES * STEPS;
    }

    /** Number of scores. */
    int scores() {
        return firstNearness + PLACES * NEARNESS;
    }

    /** Writes those of a token that is no pitch. @param at its index in {@code [V * TERMS]} */
    void write(int id, int[] indices, int at) {
        indices[at] = id;
        indices[at + 1] = SlotState.NONE;
    }

    /**
     * Writes those of a pitch.
     *
     * @param here the pitches of this step so far
     * @param before the pitches of the step before
     * @param at its index in {@code [V * TERMS]}
     */
    void write(int id, int pitch, BitSet here, BitSet before, int[] indices, int at) {
        int count = here.cardinality();
        int place = Math.min(count, PLACES - 1);
        int below = here.length() - 1;
        int gap = count == 0 ? 0 : Math.min(pitch - below, GAPS - 1);
        int bassInterval = count == 0 ? PITCH_CLASSES : (pitch - here.nextSetBit(0)) % PITCH_CLASSES;
        int step = STEPS - 1;
        int old = nth(before, count);
        if (old >= 0) {
            step = clamp(pitch - old, WIDEST) + WIDEST;
        }
        indices[at] = id;
        indices[at + 1] = firstGap + place * GAPS + gap;
        indices[at + 2] = firstBassInterval + place * BASS_INTERVALS + bassInterval;
        indices[at + 3] = firstStep + place * STEPS + step;
        indices[at + 4] = firstNearness + place * NEARNESS + clamp(nearest(pitch, before), FARTHEST) + FARTHEST;
    }

    private static int nth(BitSet pitches, int n) {
        int pitch = pitches.nextSetBit(0);
        for (int i = 0; i < n && pitch >= 0; i++) {
            pitch = pitches.nextSetBit(pitch + 1);
        }
        return pitch;
    }

    /** From the nearest pitch to this one, the upper of two as near; very far if there is none. */
    private static int nearest(int pitch, BitSet pitches) {
        int below = pitches.previousSetBit(pitch);
        int above = pitches.nextSetBit(pitch);
        if (below < 0 || above >= 0 && above - pitch <= pitch - below) {
            return above < 0 ? PITCH_CLASSES : pitch - above;
        }
        return pitch - below;
    }

    private static int clamp(int value, int most) {
        return Math.min(Math.max(value, -most), most);
    }
}
