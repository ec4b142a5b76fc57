package cadenza.api;

import java.util.Optional;

/**
 * Where a sequence of tokens stands: the grammar and the effects of what may come next. One sequence, one thread.
 */
public interface CodecState {
    /**
     * The grammar: marks which tokens may come next, so that whatever is sampled decodes. At least one is marked until
     * an {@link Effect.End} was accepted; the unknown token never is.
     *
     * @param allowed array of the vocabulary's size, overwritten
     */
    void allowed(boolean[] allowed);

    /** What a token of {@code [0, V)} would do if it came next; changes nothing. */
    Effect effect(int token);

    /**
     * Moves on by one token of {@code [0, V)}. The unknown token is accepted anywhere, so that documents with unknown
     * symbols can be measured.
     */
    void accept(int token);

    /**
     * A state that has accepted the same tokens and goes its own way from here. For going back, with
     * {@link Predictor#copy()}.
     *
     * @return empty if this state cannot be copied; the host then lets a new one accept all tokens again
     */
    default Optional<? extends CodecState> copy() {
        return Optional.empty();
    }
}
