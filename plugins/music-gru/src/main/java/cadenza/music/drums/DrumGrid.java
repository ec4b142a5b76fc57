package cadenza.music.drums;

import cadenza.api.document.Meter;

/**
 * The grid of the drums coding: a sixteenth is a cell of twelve places, 48 a quarter; a place is told by its cell, the
 * nearest, and its offset from the cell's beat.
 */
final class DrumGrid {
    /** Ticks from place to place. */
    static final int TICKS = 10;

    /** Places of a cell, a sixteenth. */
    static final int PLACES = 12;

    /** Ticks of a cell. */
    static final int CELL = TICKS * PLACES;

    /** How far before the beat a cell begins. */
    static final int EARLIEST = -6;

    /** The last place of a cell. */
    static final int LATEST = 5;

    private DrumGrid() {}

    /** The place nearest to a tick. */
    static long place(long tick) {
        return Math.floorDiv(tick + TICKS / 2, (long) TICKS);
    }

    /** The cell of a place. */
    static int cell(long place) {
        return (int) Math.floorDiv(place - EARLIEST, (long) PLACES);
    }

    /** The offset of a place in its cell, {@link #EARLIEST} to {@link #LATEST}. */
    static int offset(long place) {
        return (int) (place - (long) cell(place) * PLACES);
    }

    /** Cells of a bar, or 0 if they do not fill it. */
    static int cells(Meter meter) {
        return meter.ticksPerBar() % CELL == 0 ? meter.ticksPerBar() / CELL : 0;
    }
}
