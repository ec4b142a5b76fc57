package cadenza.api;

import cadenza.api.document.Document;

/**
 * Documents to token ids and back: owns the vocabulary and the grammar. Immutable and safe for use by several threads.
 *
 * @param <D> the documents it writes and reads
 */
public interface Codec<D extends Document> {
    /** The tokens. */
    Vocabulary vocabulary();

    /**
     * Writes a whole document as tokens, with the end token where the codec has one. What the vocabulary lacks becomes
     * {@link Vocabulary#UNKNOWN}.
     *
     * @return ids of {@code [0, V)}
     * @throws UnsuitableDocumentException if this coding cannot hold the document
     */
    int[] encode(D document) throws UnsuitableDocumentException;

    /**
     * Reads a document from tokens that the grammar allowed one after the other from the start; any prefix of such a
     * sequence decodes, whether or not it reached an end.
     *
     * @param title the title of the document
     */
    D decode(int[] tokens, String title);

    /** A fresh state, before the first token. */
    CodecState start();
}
