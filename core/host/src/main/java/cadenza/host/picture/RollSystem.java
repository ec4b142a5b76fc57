package cadenza.host.picture;

import cadenza.host.music.Bar;
import java.util.List;

/**
 * Some bars side by side, as a system of a printed score.
 *
 * @param bars one or more
 * @param firstNumber number of the first bar, from 1
 * @param left where the first bar begins, in pixels
 * @param pixelsPerTick how wide a tick is
 */
record RollSystem(List<Bar> bars, long firstNumber, double left, double pixelsPerTick) {
    long from() {
        return bars.get(0).from();
    }

    long until() {
        return bars.get(bars.size() - 1).until();
    }

    double x(long tick) {
        return left + (tick - from()) * pixelsPerTick;
    }

    double width() {
        return (until() - from()) * pixelsPerTick;
    }
}
