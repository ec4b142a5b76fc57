package cadenza.host.music;

import cadenza.api.document.Meter;
import java.util.List;

/**
 * A bar of a score, one of {@link Bars}.
 *
 * @param number from 1
 * @param from its first tick
 * @param until the tick after its last
 * @param meter the meter in which it stands
 */
public record Bar(int number, long from, long until, Meter meter) {
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
