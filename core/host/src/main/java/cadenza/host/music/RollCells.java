package cadenza.host.music;

import cadenza.api.document.Note;
import cadenza.host.music.TimeAxis.Column;
import java.util.List;

/** Which cells of a piano roll are filled. */
final class RollCells {
    private final List<Column> columns;
    private final boolean[][] sounds; // [cell][column]
    private final boolean[][] starts; // [cell][column]

    private RollCells(List<Column> columns, int cells) {
        this.columns = columns;
        this.sounds = new boolean[cells][columns.size()];
        this.starts = new boolean[cells][columns.size()];
    }

    static RollCells of(List<Note> notes, List<Column> columns, PitchAxis pitches) {
        RollCells cells = new RollCells(columns, pitches.cells());
        for (Note note : notes) {
            cells.fill(note, pitches.cell(note.pitch()));
        }
        return cells;
    }

    /** A note fills each column it touches, and the bar lines it sounds across. */
    private void fill(Note note, int cell) {
        for (int i = firstColumnAfter(note.tick());
                i < columns.size() && columns.get(i).from() < note.end();
                i++) {
            Column column = columns.get(i);
            boolean startsHere = column.from() <= note.tick();
            if (!(column.barLine() && startsHere)) {
                sounds[cell][i] = true;
                starts[cell][i] |= startsHere;
            }
        }
    }

    /** The first column, by binary search, that ends after a tick. */
    private int firstColumnAfter(long tick) {
        int low = 0;
        int high = columns.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (columns.get(middle).until() > tick) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    boolean starts(int cell, int column) {
        return starts[cell][column];
    }

    /** Whether to fill a cell: where something sounds, but for a gap before a note that follows without one. */
    boolean sounds(int cell, int column) {
        boolean struckNext = column + 1 < columns.size() && starts[cell][column + 1];
        boolean gap = struckNext && !starts[cell][column];
        return sounds[cell][column] && !gap;
    }
}
