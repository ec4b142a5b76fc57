package cadenza.recurrent;

import cadenza.api.Codec;
import cadenza.api.document.Document;

/**
 * A codec whose sequences a bidirectional network reads as a whole, with some tokens masked. The network's steps need not
 * be tokens: at one step it may read and predict the tokens of several voices. Like a {@link ScoringCodec} it says which
 * scores of the network add up to the logit of each token; the toolkit knows indices, the codec knows what they mean.
 *
 * @param <D> the documents it writes and reads
 */
public interface MaskedCodec<D extends Document> extends Codec<D> {
    /** Number of input units, all slots together. */
    int inputs();

    /** Number of slots. */
    int slots();

    /** How many of the first slots a training never leaves out; see {@link SlotCodec#certainSlots()}. */
    default int certainSlots() {
        return slots();
    }

    /** Number of scores: the network's outputs. */
    int scores();

    /** The most scores that add up to one logit. */
    int terms();

    /** Most tokens that are predicted at one step. */
    int targets();

    /** How many steps before and behind a masked token the network reads to predict it; 1 or more. */
    int context();

    /**
     * A sequence as the network reads it. What stands in a masked place must make no difference.
     *
     * @param tokens a whole sequence, as the codec writes it
     * @param masked the places whose tokens are not known, {@code [tokens]}
     */
    MaskedSequence read(int[] tokens, boolean[] masked);
}
