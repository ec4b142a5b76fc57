package cadenza.host.music;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The bars of a score. A bar line stands at each change of meter, so that the bar before it may be short; so may the last
 * bar be. Immutable.
 */
public final class Bars {
    private final Score score;

    public Bars(Score score) {
        this.score = score;
    }

    /** How many there are, the last perhaps begun only. */
    public long count() {
        return before(score.end());
    }

    /** How many at the end are without a note that sounds in them. */
    public long silentAtTheEnd() {
        long lastNoteEnd = score.tracks().stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::end)
                .max()
                .orElse(0);
        return count() - before(lastNoteEnd);
    }

    /** The number, from 1, of the bar that a tick lies in, or begins. */
    public long number(long tick) {
        long before = before(tick);
        return startsAt(tick) ? before + 1 : Math.max(1, before);
    }

    /** All bars. */
    public List<Bar> all() {
        return first(Integer.MAX_VALUE);
    }

    /** The bars from the first on. @param most how many at most, 0 or more */
    public List<Bar> first(int most) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < score.meters().size(); i++) {
            Meter meter = score.meters().get(i).meter();
            long until = until(i, score.end());
            for (long from = score.meters().get(i).tick();
                    from < until && bars.size() < most;
                    from += meter.ticksPerBar()) {
                bars.add(new Bar(bars.size() + 1, from, Math.min(from + meter.ticksPerBar(), until), meter));
            }
        }
        return bars;
    }

    /**
     * How many ticks of pickup the piece begins with: those before a first change of meter, where they are no more than
     * one bar and less than one in the meter that follows; else those from the first note to the next bar line, where that
     * note begins after the middle of its bar.
     */
    public OptionalLong pickup() {
        if (score.meters().size() > 1) {
            long change = score.meters().get(1).tick();
            boolean oneBar = change <= score.meters().get(0).meter().ticksPerBar();
            if (oneBar && change < score.meters().get(1).meter().ticksPerBar()) {
                return OptionalLong.of(change);
            }
        }
        OptionalLong first = score.tracks().stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::tick)
                .min();
        if (first.isEmpty()) {
            return OptionalLong.empty();
        }
        MeterChange meter = score.meters().get(0);
        for (MeterChange change : score.meters()) {
            meter = change.tick() <= first.getAsLong() ? change : meter;
        }
        int bar = meter.meter().ticksPerBar();
        long position = (first.getAsLong() - meter.tick()) % bar;
        return 2 * position > bar ? OptionalLong.of(bar - position) : OptionalLong.empty();
    }

    /** The last bar line at or before a tick of 0 or more, also beyond the end. */
    public long lineBefore(long tick) {
        MeterChange change = score.meters().get(at(tick));
        int bar = change.meter().ticksPerBar();
        return change.tick() + (tick - change.tick()) / bar * bar;
    }

    /** The first bar line at or after a tick of 0 or more, also beyond the end. */
    public long lineAfter(long tick) {
        long before = lineBefore(tick);
        int meter = at(tick);
        return before == tick
                ? tick
                : until(meter, before + score.meters().get(meter).meter().ticksPerBar());
    }

    /** The meter that a tick lies in. */
    private int at(long tick) {
        int at = 0;
        while (at + 1 < score.meters().size() && score.meters().get(at + 1).tick() <= tick) {
            at++;
        }
        return at;
    }

    /** How many bars begin before a tick. */
    private long before(long tick) {
        long bars = 0;
        for (int i = 0; i < score.meters().size(); i++) {
            MeterChange change = score.meters().get(i);
            long ticks = until(i, tick) - change.tick();
            int bar = change.meter().ticksPerBar();
            bars += Math.max(0, (ticks + bar - 1) / bar);
        }
        return bars;
    }

    private boolean startsAt(long tick) {
        for (int i = 0; i < score.meters().size(); i++) {
            MeterChange change = score.meters().get(i);
            if (change.tick() <= tick
                    && tick < until(i, Long.MAX_VALUE)
                    && (tick - change.tick()) % change.meter().ticksPerBar() == 0) {
                return true;
            }
        }
        return false;
    }

    /** Where a meter ends: at the next, or at a tick if that comes first. */
    private long until(int meter, long end) {
        boolean last = meter + 1 == score.meters().size();
        return last ? end : Math.min(end, score.meters().get(meter + 1).tick());
    }
}
