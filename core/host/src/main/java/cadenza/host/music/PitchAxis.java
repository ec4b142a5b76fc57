package cadenza.host.music;

import cadenza.api.document.Note;
import java.util.List;

/**
 * The rows of a piano roll. Rows are numbered from the top, 0; each has one or two cells, one above the other, and each
 * cell one or more pitches. Cells are numbered from the top too.
 *
 * @param top the highest pitch of the first cell
 * @param bottom the lowest pitch shown; the last cell may reach below it
 * @param pitchesPerCell 1 or more
 * @param cellsPerRow 1 or 2
 * @param rows 1 or more
 */
record PitchAxis(int top, int bottom, int pitchesPerCell, int cellsPerRow, int rows) {
    private static final int PITCH_CLASSES = 12;

    /**
     * Fits pitches into rows: a row for each pitch where that fits, else more pitches a row.
     *
     * @param notes whose pitches are shown, one or more
     * @param halves whether a row can have two cells
     */
    static PitchAxis fit(List<Note> notes, int mostRows, boolean halves) {
        int lowest = notes.get(0).pitch();
        int highest = lowest;
        for (Note note : notes) {
            lowest = Math.min(lowest, note.pitch());
            highest = Math.max(highest, note.pitch());
        }
        int pitches = highest - lowest + 1;
        int cellsPerRow = halves && pitches > mostRows ? 2 : 1;
        int pitchesPerCell = divideUp(pitches, mostRows * cellsPerRow);
        int pitchesPerRow = pitchesPerCell * cellsPerRow;
        return new PitchAxis(highest, lowest, pitchesPerCell, cellsPerRow, divideUp(pitches, pitchesPerRow));
    }

    int cells() {
        return rows * cellsPerRow;
    }

    int cell(int pitch) {
        return (top - pitch) / pitchesPerCell;
    }

    int pitchesPerRow() {
        return pitchesPerCell * cellsPerRow;
    }

    /** Names the C in a row, such as C4 (middle C); else the first row's highest or the last row's lowest pitch. */
    String label(int row) {
        int highest = top - row * pitchesPerRow();
        int lowest = Math.max(bottom, highest - pitchesPerRow() + 1);
        int c = highest - highest % PITCH_CLASSES;
        if (c >= lowest) {
            return PitchName.of(c);
        }
        if (row == 0) {
            return PitchName.of(highest);
        }
        return row == rows - 1 ? PitchName.of(lowest) : "";
    }

    private static int divideUp(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
