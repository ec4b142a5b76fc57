package cadenza.host.music;

import cadenza.api.document.Score;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/** From the ticks of a file to those of a score, rounded to the nearest. Immutable. */
final class TickScale implements LongUnaryOperator {
    private final Timebase timebase;
    private final NavigableMap<Long, Stretch> stretches = new TreeMap<>(); // by first tick of the file

    /**
     * A stretch of one tempo in a file that counts real time.
     *
     * @param start where it starts, in ticks of the score, not rounded
     * @param scale ticks of the score in a tick of the file
     */
    private record Stretch(double start, double scale) {}

    /**
     * Beats pass at the tempo: where the file counts real time, its tempos say how many ticks of the score that is.
     *
     * @param tempos in quarters a minute, by tick of the file, the first at 0
     */
    TickScale(Timebase timebase, NavigableMap<Long, Double> tempos) {
        this.timebase = timebase;
        if (timebase instanceof Timebase.Frames frames) {
            double start = 0;
            long previous = 0;
            double scale = 0;
            for (Map.Entry<Long, Double> tempo : tempos.entrySet()) {
                start += (tempo.getKey() - previous) * scale;
                previous = tempo.getKey();
                scale = tempo.getValue() / 60 * Score.TICKS_PER_QUARTER / frames.ticksPerSecond();
                stretches.put(previous, new Stretch(start, scale));
            }
        }
    }

    @Override
    public long applyAsLong(long tick) {
        if (timebase instanceof Timebase.Quarters quarters) {
            int division = quarters.ticks();
            return (2 * tick * Score.TICKS_PER_QUARTER + division) / (2L * division);
        }
        Map.Entry<Long, Stretch> entry = stretches.floorEntry(tick);
        Stretch stretch = entry.getValue();
        return Math.round(stretch.start + (tick - entry.getKey()) * stretch.scale);
    }
}
