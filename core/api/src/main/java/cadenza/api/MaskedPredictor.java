package cadenza.api;

/**
 * Predicts tokens of a whole sequence from all the others, those before and those behind. It never samples: the host
 * masks, chooses, and asks again (as Hadjeres et al. 2017, DeepBach, and Huang et al. 2017, Counterpoint by Convolution,
 * do).
 *
 * <p>What the codec of such a model promises beside: at each place of a sequence it allows the same tokens and gives
 * them the same effects, whichever of the allowed tokens stand before it, but for {@linkplain Effect effects} that say
 * how a token of theirs sounds on. So any token that is allowed at a place can be put in the place of the one there, and
 * the sequence still decodes. For one thread.
 */
public interface MaskedPredictor {
    /**
     * Logits of the tokens at masked places.
     *
     * @param tokens a whole sequence as the codec writes it; what stands in a masked place makes no difference
     * @param masked the places that are not known, {@code [0, tokens.length)}, ascending, at least one; the host masks
     *     those alone where several tokens are allowed, and some of them sound or write
     * @return unnormalised natural-log scores, {@code [masked.length][V]}, finite; the arrays belong to the predictor,
     *     which reuses them at the next call
     */
    float[][] logits(int[] tokens, int[] masked);
}
