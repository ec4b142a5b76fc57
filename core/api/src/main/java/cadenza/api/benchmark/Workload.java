package cadenza.api.benchmark;

import java.time.Duration;

/** Work that can be done for as long as one likes, again and again. It rests between two runs. For one thread. */
public interface Workload extends AutoCloseable {
    /**
     * Works for about so long, in whole steps; at least one.
     *
     * @return number of tokens done
     */
    long run(Duration about);

    /** Frees what the work holds, if anything. */
    @Override
    default void close() {}
}
