package cadenza.host.music;

import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import java.util.List;

/** Real time in a score. */
public final class Seconds {
    private Seconds() {}

    /**
     * How many seconds pass from the start to a tick.
     *
     * @param tempos ordered by tick, the first at 0
     */
    public static double until(long tick, List<TempoChange> tempos) {
        double minutes = 0;
        for (int i = 0; i < tempos.size() && tempos.get(i).tick() < tick; i++) {
            long next = i + 1 < tempos.size() ? tempos.get(i + 1).tick() : tick;
            double quarters = (double) (Math.min(next, tick) - tempos.get(i).tick()) / Score.TICKS_PER_QUARTER;
            minutes += quarters / tempos.get(i).beatsPerMinute();
        }
        return 60 * minutes;
    }
}
