package cadenza.music.tracks;

import cadenza.api.document.Meter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The grid of the tracks coding: 24 places a quarter, which holds thirty-seconds and triplets of sixteenths, and moves
 * what is played freely by at most half a place, 10 ms at 125 quarters a minute.
 */
final class TrackGrid {
    /** Ticks from place to place. */
    static final int TICKS = 20;

    /** Places of a quarter. */
    static final int QUARTER = 24;

    /** By how many places time moves on at once: each up to a quarter, then coarser up to four quarters. */
    static final List<Integer> SHIFTS = join(range(1, QUARTER, 1), range(30, 48, 6), range(60, 96, 12));

    /** The durations in places, ascending; ever coarser, up to sixteen quarters. */
    static final List<Integer> DURATIONS = join(
            range(1, 12, 1),
            range(14, 24, 2),
            range(28, 48, 4),
            range(54, 72, 6),
            range(84, 96, 12),
            range(120, 192, 24),
            range(240, 384, 48));

    /** After a shift at least as wide a narrower one may follow. */
    static final int WIDE_SHIFT = QUARTER;

    private TrackGrid() {}

    private static List<Integer> range(int from, int to, int by) {
        return IntStream.iterate(from, places -> places <= to, places -> places + by)
                .boxed()
                .toList();
    }

    @SafeVarargs
    private static List<Integer> join(List<Integer>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    /** The widest shift of at most so many places, 1 or more. */
    static int shift(long places) {
        return SHIFTS.stream()
                .filter(shift -> shift <= places)
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    /** The index in {@link #DURATIONS} of what is nearest to so many places; the shorter of two. */
    static int duration(long places) {
        return IntStream.range(0, DURATIONS.size() - 1)
                .filter(i -> 2 * places <= DURATIONS.get(i) + DURATIONS.get(i + 1))
                .findFirst()
                .orElse(DURATIONS.size() - 1);
    }

    /** The place nearest to a tick. */
    static long place(long tick) {
        return Math.floorDiv(tick + TICKS / 2, (long) TICKS);
    }

    /** Places of a bar, or 0 if they do not fill it. */
    static int places(Meter meter) {
        return meter.ticksPerBar() % TICKS == 0 ? meter.ticksPerBar() / TICKS : 0;
    }
}
