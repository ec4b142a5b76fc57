package cadenza.host.sound;

import cadenza.api.document.Score;
import cadenza.host.music.Bar;
import cadenza.host.music.Bars;

/** Where the bars of a score begin. */
final class BarStarts {
    private final long[] starts; // in ticks, ascending, the first 0

    BarStarts(Score score) {
        long[] lines = new Bars(score).all().stream().mapToLong(Bar::from).toArray();
        starts = lines.length == 0 ? new long[1] : lines;
    }

    int count() {
        return starts.length;
    }

    /** The bar, from 0, that a tick lies in; the last for ticks beyond the end. */
    int barAt(long tick) {
        int bar = 0;
        while (bar + 1 < starts.length && starts[bar + 1] <= tick) {
            bar++;
        }
        return bar;
    }

    /** @param bar from 0 */
    long start(int bar) {
        return starts[bar];
    }
}
