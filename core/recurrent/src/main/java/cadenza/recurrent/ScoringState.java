package cadenza.recurrent;

/** A codec's state that also says which scores add up to the logit of each token. */
public interface ScoringState extends SlotState {
    /**
     * The logit of a token that is given no score: so low that its probability is zero, but finite, as a predictor's
     * logits are.
     */
    float IMPOSSIBLE = -1e9f;

    /**
     * For each token the scores that add up to its logit.
     *
     * @param indices of {@link ScoringCodec#terms()} elements a token, overwritten with scores of {@code [0, scores)},
     *     then {@link #NONE} where a token has fewer. A token whose first is {@link #NONE} cannot come next. The unknown
     *     token always has a score, since any document may hold it
     */
    void scores(int[] indices);
}
