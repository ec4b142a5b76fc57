package cadenza.host.measure;

import java.util.List;

/** How far the distributions of something in two sets of pieces overlap: 1 if they are the same, 0 if disjoint. */
interface Overlap {
    /** How a program calls it: one word in camel case. */
    String name();

    /** How a table calls it. */
    String label();

    /** The shared area, 0 to 1; NaN if there is nothing to compare. */
    double of(List<Piece> samples, List<Piece> reference);

    /** The area that two histograms share: the sum of the lesser of each pair, once both add up to 1. */
    static double shared(double[] one, double[] other) {
        double oneSum = sum(one);
        double otherSum = sum(other);
        if (oneSum == 0 || otherSum == 0) {
            return 0;
        }
        double shared = 0;
        for (int i = 0; i < one.length; i++) {
            shared += Math.min(one[i] / oneSum, other[i] / otherSum);
        }
        return shared;
    }

    /** What a histogram adds up to. */
    static double sum(double[] histogram) {
        double sum = 0;
        for (double value : histogram) {
            sum += value;
        }
        return sum;
    }
}
