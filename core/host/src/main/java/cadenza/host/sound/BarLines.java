package cadenza.host.sound;

import cadenza.api.document.MeterChange;
import cadenza.api.document.Score;
import java.util.ArrayList;
import java.util.List;

/** Where the bars of a score begin. */
final class BarLines {
    private final long[] starts; // in ticks, ascending, the first 0

    BarLines(Score score) {
        List<Long> lines = new ArrayList<>();
        for (int i = 0; i < score.meters().size(); i++) {
            MeterChange meter = score.meters().get(i);
            boolean last = i + 1 == score.meters().size();
            long until = last
                    ? score.end()
                    : Math.min(score.end(), score.meters().get(i + 1).tick());
            for (long tick = meter.tick(); tick < until; tick += meter.meter().ticksPerBar()) {
                lines.add(tick);
            }
        }
        starts = lines.isEmpty()
                ? new long[1]
                : lines.stream().mapToLong(tick -> tick).toArray();
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
