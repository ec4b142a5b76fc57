package cadenza.host.sampling.stage;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The tokens that may come next, with a score and then a weight each. Scores are logits, in nats, until
 * {@link #weigh temperature} makes weights of them, which are probabilities but for a factor; the likeliest weighs 1 and
 * what is taken out weighs 0. It computes in double precision with {@link StrictMath} and in a fixed order, so that a
 * choice is the same everywhere. Its arrays are used again at each step; one thread.
 */
public final class Candidates {
    private static final int NOT_RANKED = -1;

    /** So many keys are sorted faster than the greatest of them are selected. */
    private static final int FEW = 256;

    private final double[] scores;
    private final double[] weights;
    private final long[] keys;
    private final int[] ranking;
    private boolean[] allowed;
    private int likeliest;
    private int ranked;
    private boolean gaps; // whether a ranked token was taken out

    /** @param size number of tokens */
    public Candidates(int size) {
        scores = new double[size];
        weights = new double[size];
        keys = new long[size];
        ranking = new int[size];
    }

    /**
     * Begins a step.
     *
     * @param logits {@code [size]}, finite; copied
     * @param allowedTokens which tokens may be chosen, {@code [size]}; kept until the next step, not changed
     */
    public void begin(float[] logits, boolean[] allowedTokens) {
        allowed = allowedTokens;
        for (int token = 0; token < scores.length; token++) {
            scores[token] = logits[token];
        }
        ranked = NOT_RANKED;
        gaps = false;
    }

    /** Number of tokens, allowed or not. */
    public int size() {
        return scores.length;
    }

    /** Whether grammar, limits and constraints allow a token. */
    public boolean allows(int token) {
        return allowed[token];
    }

    /** The logit of a token, with what stages added to it. */
    public double score(int token) {
        return scores[token];
    }

    /** Changes a logit; before {@link #weigh}. @param score finite */
    public void score(int token, double score) {
        scores[token] = score;
    }

    /**
     * The allowed token of the highest score, the first of equals.
     *
     * @throws IllegalArgumentException if none is allowed
     */
    public int likeliest() {
        int best = -1;
        for (int token = 0; token < scores.length; token++) {
            if (allowed[token] && (best < 0 || scores[token] > scores[best])) {
                best = token;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("no token is allowed");
        }
        return best;
    }

    /** Makes weights of the scores: exp((score − highest) / temperature). @param temperature above 0 */
    public void weigh(double temperature) {
        likeliest = likeliest();
        for (int token = 0; token < weights.length; token++) {
            weights[token] = allowed[token] ? StrictMath.exp((scores[token] - scores[likeliest]) / temperature) : 0;
        }
    }

    /** Makes weights of the scores as if the temperature were next to 0: nothing is left but the likeliest. */
    void weighLikeliestAlone() {
        likeliest = likeliest();
        Arrays.fill(weights, 0);
        weights[likeliest] = 1;
    }

    /** The weight of a token, 0 if it is forbidden or taken out; after {@link #weigh}. */
    public double weight(int token) {
        return weights[token];
    }

    /** The sum of all weights, added up in the order of the tokens. */
    public double sum() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /** Takes a token out. The caller leaves one at least. */
    public void remove(int token) {
        weights[token] = 0;
        gaps = ranked != NOT_RANKED;
    }

    /** Ranks what is left by weight, the first of equals first. @return how many are left */
    public int rank() {
        if (ranked == NOT_RANKED) {
            sort();
        } else if (gaps) {
            int left = 0;
            for (int rank = 0; rank < ranked; rank++) {
                if (weights[ranking[rank]] > 0) {
                    ranking[left++] = ranking[rank];
                }
            }
            ranked = left;
        }
        gaps = false;
        return ranked;
    }

    private void sort() {
        gather();
        sortKeys(0);
    }

    /** Takes a key of each token that is left, which order as ranks do, backwards. */
    private void gather() {
        int size = weights.length;
        ranked = 0;
        for (int token = 0; token < size; token++) {
            if (weights[token] > 0) {
                // The bits of floats that are not negative order as the floats do.
                keys[ranked++] = (long) Float.floatToRawIntBits((float) weights[token]) << 32 | (size - 1 - token);
            }
        }
    }

    private int token(long key) {
        return weights.length - 1 - (int) key;
    }

    /** Ranks by the keys from one on. */
    private void sortKeys(int from) {
        Arrays.sort(keys, from, ranked);
        int count = ranked - from;
        for (int rank = 0; rank < count; rank++) {
            ranking[rank] = token(keys[ranked - 1 - rank]);
        }
        ranked = count;
    }

    /** The token of a rank, 0 the likeliest; after {@link #rank}. */
    public int ranked(int rank) {
        return ranking[rank];
    }

    /** Takes out all but the first ranks, and ranks those. @param count 1 or more */
    public void keep(int count) {
        if (ranked == NOT_RANKED && weights.length > FEW) {
            gather();
            int from = Math.max(0, ranked - count);
            if (from > 0) {
                KeySelection.toTheEnd(keys, ranked, count);
                for (int i = 0; i < from; i++) {
                    weights[token(keys[i])] = 0;
                }
            }
            sortKeys(from);
            return;
        }
        rank();
        for (int rank = count; rank < ranked; rank++) {
            weights[ranking[rank]] = 0;
        }
        ranked = Math.min(count, ranked);
    }

    /**
     * Draws a token, each as likely as its weight says. Takes one number of the source: by token as long as nothing
     * ranked them, else by rank.
     */
    public int draw(RandomGenerator random) {
        if (ranked != NOT_RANKED) {
            return drawByRank(random);
        }
        double left = random.nextDouble() * sum();
        for (int token = 0; token < weights.length; token++) {
            left -= weights[token];
            if (left < 0) {
                return token;
            }
        }
        // Rounding can leave a last sliver to no token.
        return likeliest;
    }

    private int drawByRank(RandomGenerator random) {
        int count = rank();
        double sum = 0;
        for (int rank = 0; rank < count; rank++) {
            sum += weights[ranking[rank]];
        }
        double left = random.nextDouble() * sum;
        for (int rank = 0; rank < count; rank++) {
            left -= weights[ranking[rank]];
            if (left < 0) {
                return ranking[rank];
            }
        }
        return ranking[0];
    }

    /** Room for sorting, {@code [size]}; what is in it lasts until the next call of anything here. */
    long[] scratch() {
        return keys;
    }
}
