package cadenza.host.sampling;

import cadenza.api.CodecState;
import cadenza.api.Effect;

/** How long a document becomes: a constraint over the tokens, and the end of the loop. One generation, one thread. */
public interface Limit {
    /**
     * Takes out tokens that would not fit.
     *
     * @param state where the sequence stands; tells the effect of each token
     * @param allowed what the grammar allows, changed in place
     */
    void restrict(CodecState state, boolean[] allowed);

    /** A token with this effect was chosen. */
    void accept(Effect effect);

    /** Whether the document is as long as it should be. */
    boolean reached();
}
