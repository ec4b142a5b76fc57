package cadenza.recurrent;

import cadenza.api.document.Document;

/**
 * A codec whose tokens share scores. The network gives scores instead of logits; a token's logit is the sum of those
 * that the codec's state selects for it: {@code logits = S⟨t⟩·scores} with a sparse 0/1 matrix S⟨t⟩. So a note can be
 * scored by its own pitch, by its interval to what sounds and by its degree in the key at once, and a token that cannot
 * come next is given no score at all: the network need not learn the grammar. The toolkit knows indices, the codec knows
 * what they mean.
 *
 * @param <D> the documents it writes and reads
 */
public interface ScoringCodec<D extends Document> extends SlotCodec<D> {
    /** Number of scores: the network's outputs. */
    int scores();

    /** The most scores that add up to one logit. */
    int terms();

    @Override
    default int outputs() {
        return scores();
    }

    @Override
    ScoringState start();
}
