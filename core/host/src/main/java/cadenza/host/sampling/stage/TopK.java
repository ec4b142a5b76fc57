package cadenza.host.sampling.stage;

import cadenza.api.UserException;

/**
 * Only the k likeliest tokens (Fan, Lewis and Dauphin, "Hierarchical neural story generation", 2018, arXiv:1805.04833).
 * Of equals the first tokens are kept.
 *
 * @param count 0 for all
 */
public record TopK(int count) implements Stage {
    public TopK {
        if (count < 0) {
            throw new UserException("--top-k " + count + " is not 0 (all) or more");
        }
    }

    @Override
    public String name() {
        return "top-k " + count;
    }

    @Override
    public void apply(Candidates candidates) {
        candidates.keep(count == 0 ? candidates.size() : count);
    }
}
