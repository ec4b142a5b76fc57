package cadenza.host.sampling;

import cadenza.host.sampling.stage.Candidates;
import cadenza.host.sampling.stage.Stage;

/**
 * Hears what a {@link Sampler} does, step by step. A choice may be made several times before a token is accepted; the
 * last one counts. What it is given is to be looked at only, and only within the call.
 */
public interface SamplerListener {
    /** Hears nothing. */
    SamplerListener NONE = new SamplerListener() {};

    /**
     * A choice begins.
     *
     * @param network logits as the network gave them, {@code [size]}
     * @param candidates with the scores that stages begin with: the same, but for what soft constraints prefer
     */
    default void begun(float[] network, Candidates candidates) {}

    /** A stage has done its step. */
    default void applied(Stage stage, Candidates candidates) {}

    /** A token was chosen of what is left. */
    default void chosen(int token) {}

    /** A token was accepted. @param length how many there are with it */
    default void accepted(int token, int length) {}

    /** All but the first accepted tokens are forgotten. */
    default void rewound(int length) {}
}
