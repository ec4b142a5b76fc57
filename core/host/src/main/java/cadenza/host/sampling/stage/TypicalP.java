package cadenza.host.sampling.stage;

import cadenza.api.UserException;
import java.util.Arrays;

/**
 * Locally typical sampling (Meister et al., "Locally typical sampling", 2023, arXiv:2202.00666, equation 11): the tokens
 * whose information −ln p is nearest to its expectation, the entropy H = −Σ p ln p, until together they have this share of
 * the probability. So a token can be taken out for being too likely. Entropy and probabilities are those of what the
 * stages before have left.
 *
 * @param share {@code (0, 1]}, 1 for all
 */
public record TypicalP(double share) implements Stage {
    public TypicalP {
        if (!(share > 0 && share <= 1)) {
            throw new UserException("--typical-p " + share + " is not above 0 and at most 1 (all)");
        }
    }

    @Override
    public String name() {
        return "typical-p " + share;
    }

    @Override
    public void apply(Candidates candidates) {
        int left = candidates.rank();
        double sum = 0;
        for (int rank = 0; rank < left; rank++) {
            sum += candidates.weight(candidates.ranked(rank));
        }
        double entropy = 0;
        for (int rank = 0; rank < left; rank++) {
            double probability = candidates.weight(candidates.ranked(rank)) / sum;
            if (probability > 0) { // a quotient can be too small for a double
                entropy -= probability * StrictMath.log(probability);
            }
        }
        long[] nearest = candidates.scratch();
        for (int rank = 0; rank < left; rank++) {
            double probability = candidates.weight(candidates.ranked(rank)) / sum;
            double distance = Math.abs(-StrictMath.log(probability) - entropy);
            // As in Candidates: by the bits of the float, of equals the likeliest first.
            nearest[rank] = (long) Float.floatToRawIntBits((float) distance) << 32 | rank;
        }
        Arrays.sort(nearest, 0, left);
        double typical = 0;
        for (int i = 0; i < left; i++) {
            int token = candidates.ranked((int) nearest[i]);
            if (i > 0 && typical >= share * sum) {
                candidates.remove(token);
            } else {
                typical += candidates.weight(token);
            }
        }
    }
}
