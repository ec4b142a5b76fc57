package cadenza.training.engine;

import java.util.SplittableRandom;

/**
 * Inverted dropout (Srivastava et al. 2014) of what a layer hands on, never of what it hands to itself (Zaremba et al.
 * 2014): a value is zero with the given probability, else scaled up so that the mean stays. For one thread.
 */
final class Dropout {
    private final float[][] factors;
    private final long threshold;
    private final float scale;
    private final long seed;

    Dropout(double probability, int steps, int size, long seed) {
        factors = new float[steps][size];
        threshold = (long) (probability * 0x1p16);
        scale = (float) (1 / (1 - probability));
        this.seed = seed;
    }

    /** Draws the factors of all steps of a window. @param update how many updates of the weights came before */
    void draw(long update) {
        SplittableRandom random = new SplittableRandom(CountedSeed.of(seed, update));
        for (float[] step : factors) {
            for (int j = 0; j < step.length; ) {
                long bits = random.nextLong();
                for (int k = 0; k < 4 && j < step.length; k++, j++) {
                    step[j] = (bits & 0xffff) < threshold ? 0f : scale;
                    bits >>>= 16;
                }
            }
        }
    }

    float[] factors(int step) {
        return factors[step];
    }
}
