package cadenza.recurrent;

/** A whole sequence with some tokens masked, step by step as a bidirectional network reads it. For one thread. */
public interface MaskedSequence {
    /** Number of steps of the network. */
    int steps();

    /**
     * The place of a token that is predicted at a step, in the sequence of tokens.
     *
     * @param which {@code [0, targets)}
     * @return negative if there is none
     */
    int place(int step, int which);

    /** The step at which the token of a place is predicted; negative if none of the network's steps predicts it. */
    int step(int place);

    /**
     * The input units that are 1 at a step; at least one is.
     *
     * @param units array of one element a slot, overwritten with units of {@code [0, inputs)} or {@link SlotState#NONE}
     */
    void units(int step, int[] units);

    /**
     * For each token the scores that add up to its logit at a place, as {@link ScoringState#scores} gives them: none for a
     * token that the grammar does not allow there, except the unknown token's own.
     *
     * @param indices of {@code terms} elements a token, overwritten
     */
    void scores(int place, int[] indices);
}
