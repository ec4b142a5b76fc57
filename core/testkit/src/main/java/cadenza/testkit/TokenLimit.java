package cadenza.testkit;

import cadenza.api.Effect;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Limit;
import cadenza.host.sampling.Playhead;

/** So many tokens, whatever they do: leaves everything to the grammar. */
final class TokenLimit implements Limit {
    private int left;

    TokenLimit(int tokens) {
        left = tokens;
    }

    @Override
    public String name() {
        return "the number of tokens";
    }

    @Override
    public void restrict(Choices choices) {}

    @Override
    public void accept(Effect effect) {
        left--;
    }

    @Override
    public boolean reached(Playhead playhead) {
        return left <= 0;
    }
}
