package cadenza.music.coding;

import cadenza.api.UnsuitableDocumentException;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The meters of a score, every bar of its own full length. A bar that a change of meter cuts short is a bar of a meter
 * as long as what is left of it.
 *
 * @param changes at least one; bar lines in ticks from the beginning of the score, ascending
 */
public record BarLines(List<Change> changes) {
    private static final int FINEST_UNIT = 64;
    private static final int MOST_BEATS = 64;

    /** A bar line from which on bars are in this meter. @param tick from the beginning of the score */
    public record Change(long tick, Meter meter) {}

    public BarLines {
        changes = List.copyOf(changes);
    }

    /** The bar lines of a score. @throws UnsuitableDocumentException if a change leaves a bar that no meter can name */
    public static BarLines of(Score score) throws UnsuitableDocumentException {
        List<MeterChange> meters = score.meters().stream()
                .filter(change -> change.tick() == 0 || change.tick() < score.end())
                .toList();
        List<Change> changes =
                new ArrayList<>(List.of(new Change(0, meters.get(0).meter())));
        for (MeterChange change : meters.subList(1, meters.size())) {
            add(changes, change);
        }
        return new BarLines(changes);
    }

    /**
     * From the bar of a tick on. Where it is shorter than the bar after it, it is an upbeat: a part of such a bar, whose
     * bar line then lies before it.
     */
    public BarLines from(long tick) {
        Change first = barAt(tick);
        List<Change> rest =
                changes.stream().filter(change -> change.tick() > first.tick()).toList();
        int length = first.meter().ticksPerBar();
        List<Change> from = new ArrayList<>();
        if (!rest.isEmpty()
                && rest.get(0).tick() == first.tick() + length
                && rest.get(0).meter().ticksPerBar() > length) {
            Meter meter = rest.get(0).meter();
            from.add(new Change(rest.get(0).tick() - meter.ticksPerBar(), meter));
            from.addAll(rest.subList(1, rest.size()));
        } else {
            from.add(first);
            from.addAll(rest);
        }
        return new BarLines(from);
    }

    private static void add(List<Change> changes, MeterChange change) throws UnsuitableDocumentException {
        Change before = changes.get(changes.size() - 1);
        if (before.meter().equals(change.meter())) {
            // Some programs write the meter again wherever it is shown; it moves no bar line unless it must.
            if ((change.tick() - before.tick()) % before.meter().ticksPerBar() == 0) {
                return;
            }
        }
        long left = (change.tick() - before.tick()) % before.meter().ticksPerBar();
        if (left > 0) {
            Meter rest = meterOf(left, change.tick());
            changes.add(new Change(change.tick() - left, rest));
        }
        changes.add(new Change(change.tick(), change.meter()));
        int last = changes.size() - 1;
        if (last > 0 && changes.get(last - 1).tick() == changes.get(last).tick()) {
            changes.remove(last - 1);
        }
    }

    private static Meter meterOf(long ticks, long tick) throws UnsuitableDocumentException {
        return meterOf(ticks)
                .orElseThrow(() -> new UnsuitableDocumentException("the change of meter at quarter "
                        + tick / Score.TICKS_PER_QUARTER + " stands in the middle of a bar"));
    }

    /** The meter of quarters, or else of the widest unit, whose bar has so many ticks; empty if there is none. */
    public static Optional<Meter> meterOf(long ticks) {
        long whole = 4L * Score.TICKS_PER_QUARTER;
        for (int unit = 4; unit <= FINEST_UNIT; unit *= 2) {
            long beats = ticks * unit / whole;
            if (ticks * unit % whole == 0 && beats >= 1 && beats <= MOST_BEATS) {
                return Optional.of(new Meter((int) beats, unit));
            }
        }
        return Optional.empty();
    }

    /** The meter, if it is one throughout. @throws UnsuitableDocumentException if it changes */
    public Meter single() throws UnsuitableDocumentException {
        Meter meter = changes.get(0).meter();
        for (Change change : changes) {
            if (!change.meter().equals(meter)) {
                throw new UnsuitableDocumentException("its meter changes from " + meter + " to " + change.meter()
                        + " at quarter " + change.tick() / Score.TICKS_PER_QUARTER);
            }
        }
        return meter;
    }

    /** The last bar line at or before a tick, and the meter of its bar. @param tick not before the first bar line */
    public Change barAt(long tick) {
        Change change = changes.get(0);
        for (Change candidate : changes) {
            if (candidate.tick() <= tick) {
                change = candidate;
            }
        }
        int bar = change.meter().ticksPerBar();
        return new Change(change.tick() + Math.floorDiv(tick - change.tick(), (long) bar) * bar, change.meter());
    }

    /** The first bar line at or after a tick. */
    public long barLineFrom(long tick) {
        Change bar = barAt(tick);
        if (bar.tick() == tick) {
            return tick;
        }
        long end = bar.tick() + bar.meter().ticksPerBar();
        return changes.stream()
                .mapToLong(Change::tick)
                .filter(line -> line > bar.tick() && line < end)
                .min()
                .orElse(end);
    }
}
