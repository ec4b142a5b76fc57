package cadenza.testkit;

import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.host.sampling.Limit;

/** So many tokens, whatever they do: leaves everything to the grammar. */
final class TokenLimit implements Limit {
    private int left;

    TokenLimit(int tokens) {
        left = tokens;
    }

    @Override
    public void restrict(CodecState state, boolean[] allowed) {}

    @Override
    public void accept(Effect effect) {
        left--;
    }

    @Override
    public boolean reached() {
        return left <= 0;
    }
}
