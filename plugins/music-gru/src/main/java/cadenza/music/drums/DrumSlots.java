package cadenza.music.drums;

import cadenza.api.document.Meter;
import cadenza.recurrent.SlotState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Where each input slot of the drums coding begins: the last token; the cell in the bar of that meter; the offset in the
 * cell; how many cells from here the bar before has its next hits; and for each drum whether the bar before has it in
 * this cell.
 */
final class DrumSlots {
    /** Cells looked ahead in the bar before. */
    static final int AHEAD = 16;

    /** Slots that a training always shows: the token and the time. */
    static final int CERTAIN = 3;

    private static final int BEFORE_THE_DRUMS = 4;

    private final DrumVocabulary vocabulary;
    private final List<Integer> firstOfMeter = new ArrayList<>();
    private final int firstOffset;
    private final int firstAhead;
    private final int firstDrum;

    DrumSlots(DrumVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        int unit = vocabulary.size();
        for (Meter meter : vocabulary.meters()) {
            firstOfMeter.add(unit);
            unit += DrumGrid.cells(meter);
        }
        firstOffset = unit;
        firstAhead = firstOffset + DrumGrid.PLACES;
        firstDrum = firstAhead + AHEAD + 1;
    }

    int slots() {
        return BEFORE_THE_DRUMS + vocabulary.pitches().size();
    }

    int inputs() {
        return firstDrum + vocabulary.pitches().size();
    }

    /** What a state sees. @param last token, or {@link SlotState#NONE} */
    void show(int last, Meter meter, int cell, int offset, RecentCells recent, int[] units) {
        java.util.Arrays.fill(units, SlotState.NONE);
        units[0] = last;
        if (meter == null) {
            return;
        }
        int bar = DrumGrid.cells(meter);
        units[1] = firstOfMeter.get(vocabulary.meters().indexOf(meter)) + cell % bar;
        units[2] = firstOffset + offset - DrumGrid.EARLIEST;
        if (cell < bar) {
            return;
        }
        units[3] = firstAhead + recent.cellsToTheNext(cell - bar, AHEAD);
        BitSet before = recent.drums(cell - bar);
        for (int drum = before.nextSetBit(0); drum >= 0; drum = before.nextSetBit(drum + 1)) {
            units[BEFORE_THE_DRUMS + drum] = firstDrum + drum;
        }
    }
}
