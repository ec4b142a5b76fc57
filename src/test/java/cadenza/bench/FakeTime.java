package cadenza.bench;

import cadenza.api.benchmark.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;

/** A clock that stands still but for the workloads that let time pass, and keeps who they were. */
final class FakeTime implements LongSupplier {
    private final List<String> turns = new ArrayList<>();
    private long nanos;

    @Override
    public long getAsLong() {
        return nanos;
    }

    /** Who worked, in order. */
    List<String> turns() {
        return turns;
    }

    /** One who does so many tokens in each window; the windows are a second, the last number goes on for ever. */
    Entrant entrant(String name, long... tokens) {
        Iterator<Long> each = Arrays.stream(tokens).iterator();
        return new Entrant(name, new Workload() {
            private long now;

            @Override
            public long run(Duration about) {
                turns.add(name);
                nanos += about.toNanos();
                now = each.hasNext() ? each.next() : now;
                return now;
            }
        });
    }
}
