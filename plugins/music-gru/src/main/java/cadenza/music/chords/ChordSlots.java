package cadenza.music.chords;

import cadenza.api.document.Meter;
import cadenza.recurrent.SlotState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Where each input slot of the chords coding begins: the last token; the step of the bar in that meter; the pitches of
 * the step before, lowest first, up to six; and of these the lowest that may still follow at this step.
 */
final class ChordSlots {
    private static final int PITCHES = 128;
    private static final int MOST_BEFORE = 6;
    private static final int FIRST_BEFORE = 2;

    /** Slots that a training always shows: the token and the time. */
    static final int CERTAIN = FIRST_BEFORE;

    /** Number of slots. */
    static final int COUNT = FIRST_BEFORE + MOST_BEFORE + 1;

    private final ChordVocabulary vocabulary;
    private final List<Integer> firstOfMeter = new ArrayList<>();
    private final int firstPitch;

    ChordSlots(ChordVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        int unit = vocabulary.size();
        for (Meter meter : vocabulary.meters()) {
            firstOfMeter.add(unit);
            unit += vocabulary.steps(meter);
        }
        firstPitch = unit;
    }

    int inputs() {
        return firstPitch + PITCHES * (MOST_BEFORE + 1);
    }

    /**
     * What a state sees.
     *
     * @param last token, or {@link SlotState#NONE}
     * @param lowest pitch that may follow at this step
     * @param before the pitches of the step before
     * @param units all {@link SlotState#NONE}
     */
    void show(int last, Meter meter, int position, int lowest, BitSet before, int[] units) {
        units[0] = last;
        if (meter == null) {
            return;
        }
        units[1] = firstOfMeter.get(vocabulary.meters().indexOf(meter)) + position;
        int pitch = before.nextSetBit(0);
        for (int voice = 0; voice < MOST_BEFORE && pitch >= 0; voice++) {
            units[FIRST_BEFORE + voice] = firstPitch + voice * PITCHES + pitch;
            pitch = before.nextSetBit(pitch + 1);
        }
        int next = before.nextSetBit(lowest);
        if (next >= 0) {
            units[COUNT - 1] = firstPitch + MOST_BEFORE * PITCHES + next;
        }
    }
}
