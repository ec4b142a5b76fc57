package cadenza.host.music;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Score;
import java.util.ArrayList;
import java.util.List;

/**
 * A bar of a score.
 *
 * @param number from 1
 * @param from its first tick
 * @param until the tick after its last
 * @param meter the meter in which it stands
 */
public record Bar(int number, long from, long until, Meter meter) {
    /** The bars of a score; a change of meter begins one, and the end of the score may cut the last one short. */
    public static List<Bar> of(Score score) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < score.meters().size(); i++) {
            MeterChange change = score.meters().get(i);
            boolean last = i + 1 == score.meters().size();
            long next = last ? score.end() : score.meters().get(i + 1).tick();
            long until = Math.min(next, score.end());
            int length = change.meter().ticksPerBar();
            for (long from = change.tick(); from < until; from += length) {
                bars.add(new Bar(bars.size() + 1, from, Math.min(from + length, until), change.meter()));
            }
        }
        return bars;
    }

    /** The bar of a tick. @param bars all of a score, at least one */
    public static Bar at(List<Bar> bars, long tick) {
        int low = 0;
        int high = bars.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (bars.get(middle).from() <= tick) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return bars.get(low);
    }

    /** Whether it is as long as its meter asks. */
    public boolean full() {
        return until - from == meter.ticksPerBar();
    }
}
