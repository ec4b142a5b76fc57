package cadenza.recurrent;

import cadenza.api.Codec;
import cadenza.api.document.Document;

/**
 * A codec that also says what a recurrent network sees: a fixed number of slots, each one-hot in a range of its own,
 * concatenated to the network's input vector. A plain coding has one slot, the last token; others add the position in
 * the bar, or what sounds now.
 *
 * @param <D> the documents it writes and reads
 */
public interface SlotCodec<D extends Document> extends Codec<D> {
    /** Number of input units, all slots together. */
    int inputs();

    /** Number of slots. */
    int slots();

    /**
     * How many of the first slots a training never leaves out: those that say where the sequence stands. Of the further
     * ones, which tell what can be known from the tokens too, it may drop some at random, so that the network does not
     * lean on any of them.
     */
    default int certainSlots() {
        return slots();
    }

    /** Number of outputs of the network: a logit a token, unless tokens share scores ({@link ScoringCodec}). */
    default int outputs() {
        return vocabulary().size();
    }

    @Override
    SlotState start();
}
