package cadenza.host.novelty;

import cadenza.api.Corpus;
import cadenza.api.document.Document;
import cadenza.api.document.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a model file keeps of the music or the text that the model was trained on, to tell what of an output was copied:
 * hashed n-grams, which do not give it back. Immutable; safe for use by several threads.
 *
 * <p><b>As bytes.</b> {@code CFP1}, a byte for the kind (1, onsets of music; 2, characters of text; 3, several of
 * kind 2), a byte for the length of an n-gram, then what the kind has.
 */
public sealed interface Fingerprint permits MusicFingerprint, TextFingerprint {
    /** The most bytes that one may take. */
    int MOST_BYTES = 24 << 20;

    /** Of these documents, all of one medium; empty if there are none, or they are too much music. */
    static Optional<Fingerprint> of(List<Document> documents) {
        List<Text> texts = Corpus.texts(documents);
        return texts.isEmpty()
                ? MusicFingerprint.of(Corpus.scores(documents)).map(Fingerprint.class::cast)
                : TextFingerprint.of(texts).map(Fingerprint.class::cast);
    }

    /** How many different n-grams it holds. */
    int size();

    /** As a model file keeps it. The same music or text gives the same bytes. */
    byte[] toBytes();

    /** Reads one. @throws IOException with the fault, whatever the bytes */
    static Fingerprint read(byte[] bytes) throws IOException {
        byte[] magic = Header.MAGIC;
        if (bytes.length < Header.BYTES || !Arrays.equals(magic, Arrays.copyOf(bytes, magic.length))) {
            throw new IOException("it does not begin as one");
        }
        int kind = bytes[magic.length];
        int length = bytes[magic.length + 1];
        ByteBuffer rest = ByteBuffer.wrap(bytes, Header.BYTES, bytes.length - Header.BYTES);
        return switch (kind) {
            case MusicFingerprint.KIND -> MusicFingerprint.read(length, rest);
            case TextFingerprint.KIND -> TextFingerprint.read(length, rest);
            case TextFingerprint.SEVERAL -> TextFingerprint.readSeveral(rest);
            default ->
                throw new IOException("it is of kind " + kind + ", this Cadenza knows kinds " + MusicFingerprint.KIND
                        + " to " + TextFingerprint.SEVERAL + "; update Cadenza");
        };
    }

    /** What the bytes of every fingerprint begin with. */
    final class Header {
        private static final byte[] MAGIC = "CFP1".getBytes(StandardCharsets.US_ASCII);
        private static final int BYTES = MAGIC.length + 2;

        private Header() {}

        /** Room for a whole fingerprint, the beginning filled in. @param rest how many bytes follow */
        static ByteBuffer begin(int kind, int length, int rest) {
            return ByteBuffer.allocate(BYTES + rest).put(MAGIC).put((byte) kind).put((byte) length);
        }
    }
}
