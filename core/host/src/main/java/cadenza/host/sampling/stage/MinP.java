package cadenza.host.sampling.stage;

import cadenza.api.UserException;

/**
 * Only tokens at least this times as likely as the likeliest (min-p sampling: Nguyen et al., "Turning up the heat: min-p
 * sampling for creative and coherent LLM outputs", 2024, arXiv:2407.01082).
 *
 * @param share {@code [0, 1]}, 0 for all
 */
public record MinP(double share) implements Stage {
    public MinP {
        if (!(share >= 0 && share <= 1)) {
            throw new UserException("--min-p " + share + " is not in 0 (all)..1");
        }
    }

    @Override
    public String name() {
        return "min-p " + share;
    }

    @Override
    public void apply(Candidates candidates) {
        for (int token = 0; token < candidates.size(); token++) {
            if (candidates.weight(token) < share) { // the likeliest weighs 1
                candidates.remove(token);
            }
        }
    }
}
