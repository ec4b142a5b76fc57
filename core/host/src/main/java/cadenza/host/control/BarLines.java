package cadenza.host.control;

import cadenza.api.document.MeterChange;
import cadenza.api.document.Score;
import java.util.List;

/** Where the bars of a score begin: at each change of meter, and after each bar from there. */
final class BarLines {
    private BarLines() {}

    /** The last bar line at or before a tick of 0 or more. */
    static long before(Score score, long tick) {
        MeterChange change = score.meters().get(0);
        for (MeterChange next : score.meters()) {
            if (next.tick() <= tick) {
                change = next;
            }
        }
        int bar = change.meter().ticksPerBar();
        return change.tick() + (tick - change.tick()) / bar * bar;
    }

    /** The first bar line at or after a tick of 0 or more. */
    static long after(Score score, long tick) {
        long before = before(score, tick);
        if (before == tick) {
            return tick;
        }
        List<MeterChange> meters = score.meters();
        int at = 0;
        while (at + 1 < meters.size() && meters.get(at + 1).tick() <= tick) {
            at++;
        }
        long full = before + meters.get(at).meter().ticksPerBar();
        return at + 1 < meters.size() ? Math.min(full, meters.get(at + 1).tick()) : full;
    }
}
