package cadenza.host.sampling.stage;

import cadenza.api.UserException;

/**
 * The nucleus: only the likeliest tokens that together have this share of the probability that is left (Holtzman et al.,
 * "The curious case of neural text degeneration", 2020, arXiv:1904.09751).
 *
 * @param share {@code (0, 1]}, 1 for all
 */
public record TopP(double share) implements Stage {
    public TopP {
        if (!(share > 0 && share <= 1)) {
            throw new UserException("--top-p " + share + " is not above 0 and at most 1 (all)");
        }
    }

    @Override
    public String name() {
        return "top-p " + share;
    }

    @Override
    public void apply(Candidates candidates) {
        int left = candidates.rank();
        double sum = 0;
        for (int rank = 0; rank < left; rank++) {
            sum += candidates.weight(candidates.ranked(rank));
        }
        double nucleus = 0;
        int count = 0;
        while (count < left && (count == 0 || nucleus < share * sum)) {
            nucleus += candidates.weight(candidates.ranked(count));
            count++;
        }
        candidates.keep(count);
    }
}
