package cadenza.bench;

import java.util.stream.DoubleStream;

/** The median: it forgives the window in which something else happened. */
final class Median {
    private Median() {}

    /** The middle value, or the mean of the two in the middle. @param values at least one */
    static double of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
