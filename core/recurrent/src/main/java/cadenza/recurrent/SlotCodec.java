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

    @Override
    SlotState start();
}
