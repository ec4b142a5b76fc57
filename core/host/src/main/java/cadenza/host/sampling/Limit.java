package cadenza.host.sampling;

import cadenza.api.Effect;

/** How long a document becomes: a constraint, and the end of the loop. One generation, one thread. */
public interface Limit extends Constraint {
    /** A token with this effect was chosen, and counts. */
    void accept(Effect effect);

    /** Whether a document that stands there is as long as it should be. */
    boolean reached(Playhead playhead);
}
