package cadenza.training.engine;

import cadenza.recurrent.SlotState;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Inverted dropout of whole input slots: a slot that is not certain is left out with the given probability, else its
 * unit counts more, so that the mean stays. For one thread.
 */
final class InputDropout {
    /** Nothing is left out. */
    static final InputDropout NONE = new InputDropout(0, Integer.MAX_VALUE, 0);

    private final double probability;
    private final int certain;
    private final long seed;

    /** @param certain the first so many slots are never left out */
    InputDropout(double probability, int certain, long seed) {
        this.probability = probability;
        this.certain = certain;
        this.seed = seed;
    }

    /**
     * The units that are left.
     *
     * @param units {@code [slots][places]}; stays as it is
     * @param update how many updates of the weights came before
     */
    int[][] draw(int[][] units, long update) {
        if (probability == 0) {
            return units;
        }
        SplittableRandom random = new SplittableRandom(CountedSeed.of(seed, update));
        int[][] left = units.clone();
        for (int slot = certain; slot < left.length; slot++) {
            left[slot] = units[slot].clone();
            for (int place = 0; place < left[slot].length; place++) {
                if (random.nextDouble() < probability) {
                    left[slot][place] = SlotState.NONE;
                }
            }
        }
        return left;
    }

    /** What each slot's unit counts, {@code [slots]}. */
    float[] factors(int slots) {
        float[] factors = new float[slots];
        Arrays.fill(factors, 1f);
        if (certain < slots) {
            Arrays.fill(factors, certain, slots, (float) (1 / (1 - probability)));
        }
        return factors;
    }
}
