package cadenza.host.music;

import cadenza.api.document.Score;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a piano roll: each bar is a column for its bar line and columns of equal time; a last bar line closes.
 *
 * @param columns from left to right
 * @param ticksPerColumn one of {@link #SCALES}
 * @param bars how many bars the score has
 * @param barsShown how many of them, from the first, the columns cover
 */
record TimeAxis(List<Column> columns, int ticksPerColumn, int bars, int barsShown) {
    /** A thirty-second, a sixteenth, an eighth and a quarter a column, in ticks. */
    static final List<Integer> SCALES = List.of(60, 120, 240, 480);

    /** The scale of what is too long to be shown whole. */
    private static final int SCALE_WHEN_CUT = 240;

    /**
     * A column.
     *
     * @param from its first tick
     * @param until the tick after its last; {@code from} for a bar line
     * @param bar the number, from 1, of the bar that begins at this bar line; 0 for other columns and the last bar line
     */
    record Column(long from, long until, int bar) {
        boolean barLine() {
            return from == until;
        }
    }

    /**
     * Fits a score into a width: at the finest scale at which all of it fits, else as many bars as fit.
     *
     * @param width columns, 1 or more
     */
    static TimeAxis fit(Score score, int width) {
        Bars all = new Bars(score);
        int bars = (int) Math.min(Integer.MAX_VALUE, all.count());
        List<Bar> firstBars = all.first(width); // as many as could possibly be shown
        for (int scale : SCALES) {
            if (bars == firstBars.size() && width(firstBars, scale) <= width) {
                return new TimeAxis(columns(firstBars, scale), scale, bars, bars);
            }
        }
        int shown = firstBars.size();
        while (shown > 1 && width(firstBars.subList(0, shown), SCALE_WHEN_CUT) > width) {
            shown--;
        }
        List<Column> columns = columns(firstBars.subList(0, shown), SCALE_WHEN_CUT);
        return new TimeAxis(columns.subList(0, Math.min(width, columns.size())), SCALE_WHEN_CUT, bars, shown);
    }

    private static int width(List<Bar> bars, int ticksPerColumn) {
        int width = 1;
        for (Bar bar : bars) {
            width += 1 + (int) ((bar.until() - bar.from() + ticksPerColumn - 1) / ticksPerColumn);
        }
        return width;
    }

    private static List<Column> columns(List<Bar> bars, int ticksPerColumn) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            columns.add(new Column(bar.from(), bar.from(), i + 1));
            for (long from = bar.from(); from < bar.until(); from += ticksPerColumn) {
                columns.add(new Column(from, Math.min(from + ticksPerColumn, bar.until()), 0));
            }
        }
        long end = bars.get(bars.size() - 1).until();
        columns.add(new Column(end, end, 0));
        return columns;
    }
}
