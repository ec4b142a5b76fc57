package cadenza.host.sampling;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Chooses a token from logits. It computes in double precision with {@link StrictMath} and in a fixed order, so that
 * the choice is the same everywhere. Reuses its arrays: one generation, one thread.
 */
public final class Sampler {
    private final SamplerSettings settings;
    private final RandomGenerator random;
    private final double[] weights;
    private final long[] ranking;

    /** @param size number of tokens */
    public Sampler(SamplerSettings settings, RandomGenerator random, int size) {
        this.settings = settings;
        this.random = random;
        this.weights = new double[size];
        this.ranking = new long[size];
    }

    /**
     * The next token.
     *
     * @param logits {@code [size]}, finite
     * @param allowed which tokens may be chosen, {@code [size]}; at least one
     */
    public int choose(float[] logits, boolean[] allowed) {
        int likeliest = likeliest(logits, allowed);
        if (settings.temperature() == 0) {
            return likeliest;
        }
        double sum = 0;
        for (int token = 0; token < weights.length; token++) {
            weights[token] = allowed[token]
                    ? StrictMath.exp(((double) logits[token] - logits[likeliest]) / settings.temperature())
                    : 0;
            if (weights[token] < settings.minP()) { // the likeliest weighs 1
                weights[token] = 0;
            }
            sum += weights[token];
        }
        boolean all = settings.topP() == 1 && (settings.topK() == 0 || settings.topK() >= weights.length);
        return all ? draw(sum, likeliest) : drawFromTop();
    }

    private static int likeliest(float[] logits, boolean[] allowed) {
        int best = -1;
        for (int token = 0; token < logits.length; token++) {
            if (allowed[token] && (best < 0 || logits[token] > logits[best])) {
                best = token;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("no token is allowed");
        }
        return best;
    }

    private int draw(double sum, int fallback) {
        double left = random.nextDouble() * sum;
        for (int token = 0; token < weights.length; token++) {
            left -= weights[token];
            if (left < 0) {
                return token;
            }
        }
        // Rounding can leave a last sliver to no token.
        return fallback;
    }

    /** Draws among the likeliest: equal weights rank by token. */
    private int drawFromTop() {
        int size = weights.length;
        for (int token = 0; token < size; token++) {
            // The bits of floats that are not negative order as the floats do.
            ranking[token] = (long) Float.floatToRawIntBits((float) weights[token]) << 32 | (size - 1 - token);
        }
        Arrays.sort(ranking);
        int kept = settings.topK() == 0 ? size : Math.min(settings.topK(), size);
        double sum = 0;
        for (int rank = 0; rank < kept; rank++) {
            sum += weights[token(rank)];
        }
        double nucleus = 0;
        int count = 0;
        while (count < kept && (count == 0 || nucleus < settings.topP() * sum)) {
            nucleus += weights[token(count)];
            count++;
        }
        double left = random.nextDouble() * nucleus;
        for (int rank = 0; rank < count; rank++) {
            left -= weights[token(rank)];
            if (left < 0) {
                return token(rank);
            }
        }
        return token(0);
    }

    private int token(int rank) {
        int size = weights.length;
        return size - 1 - (int) ranking[size - 1 - rank];
    }
}
