package cadenza.api;

import java.util.Optional;

/**
 * One running generation: predicts, follows, predicts again. It carries the recurrent state, which starts as zero
 * vectors, and it never samples. One sequence, one thread; predictors of the same model do not disturb each other.
 */
public interface Predictor {
    /**
     * Logits of the first token, after the empty input (the zero vector). Called once, before {@link #next}.
     *
     * @return unnormalised natural-log scores, {@code [V]}, finite; the array belongs to the predictor, which reuses it
     *     at the next call
     */
    float[] first();

    /**
     * Feeds a token and returns the logits of the one that follows, as {@link #first()} does.
     *
     * @param token an id of {@code [0, V)}
     */
    float[] next(int token);

    /**
     * A predictor that has followed the same tokens and goes its own way from here; what the last call returned stays
     * with this one. For going back: the host keeps a copy of where it may have to return to.
     *
     * @return empty if this predictor cannot be copied; the host then lets a new one follow all tokens again
     */
    default Optional<Predictor> copy() {
        return Optional.empty();
    }
}
