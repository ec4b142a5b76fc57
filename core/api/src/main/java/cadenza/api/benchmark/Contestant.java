package cadenza.api.benchmark;

import java.util.Optional;

/** One who samples or trains, and is compared with others at the same. */
public interface Contestant {
    /** One word in lower case, as a column is headed. */
    String name();

    /**
     * Sampling from a network of this size with random weights: each token is fed, and the next drawn.
     *
     * @param lanes generations side by side, 1 or more
     * @param threads at most
     * @return empty if the contestant has no such network, or cannot do so many lanes
     */
    default Optional<Workload> sampling(NetworkSize size, int lanes, int threads) {
        return Optional.empty();
    }

    /**
     * Training a network of this size on random tokens: forward, backward, clipping by norm, Adam.
     *
     * @param lanes sequences side by side, 1 or more
     * @param steps steps through which the gradient flows back, 1 or more
     * @param threads at most
     * @return empty if the contestant has no such network
     */
    default Optional<Workload> training(NetworkSize size, int lanes, int steps, int threads) {
        return Optional.empty();
    }
}
