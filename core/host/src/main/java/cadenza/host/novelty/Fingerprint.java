package cadenza.host.novelty;

import cadenza.api.document.Score;
import cadenza.api.document.Track;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What a model file keeps of the music that the model was trained on, to tell what of a clip was copied: the hashed
 * n-grams of its tracks, an n-gram being {@value #LENGTH} onsets in a row ({@link OnsetStep} says what of them counts).
 * Immutable; safe for use by several threads.
 *
 * <p><b>What is promised.</b> Every run of {@value #LENGTH} or more onsets of a track of the training music is found,
 * whatever its transposition (percussion: untransposed), because each of its n-grams is in the set. Shorter runs are not
 * seen. A run that is found may be shorter in truth: an n-gram that never was in the training music is taken for one of
 * it with a probability of 2⁻¹⁶, and a run may be pieced together from places that overlap by {@value #LENGTH} − 1
 * onsets. So what is said of a clip is an upper bound. (On 40 clips of 16 bars from a model of 229 chorales it was the
 * exact longest run in every clip that has one of {@value #LENGTH} or more but one; on 76 other chorales by Bach it was
 * on average half a note too long.) The hashes do not give the music back.
 *
 * <p><b>Why n-grams of onsets.</b> Winnowing (S. Schleimer, D. S. Wilkerson and A. Aiken, "Winnowing: local algorithms
 * for document fingerprinting", SIGMOD 2003) keeps some of the hashes and finds long copies; here all are kept, because
 * a clip is short and the length of a copy is what is asked. Intervals and the time between onsets are the usual
 * features of melodic search (A. Uitdenbogerd and J. Zobel, ACM Multimedia 1999).
 *
 * <p><b>As bytes.</b> {@code CFP1}, a byte for the kind (1, onsets; a fingerprint of text would be another), a byte for
 * the onsets of an n-gram, the number of hashes as 32 bits with the highest byte first, then the hashes
 * ({@link HashedSet}): 81 kB for the 229 chorales with their 49,300 notes.
 */
public final class Fingerprint {
    /** Onsets of an n-gram; shorter runs are everywhere, and in the chorales half of all notes lie in runs of six. */
    public static final int LENGTH = 8;

    /** The most bytes that one may take. */
    public static final int MOST_BYTES = 24 << 20;

    private static final byte[] MAGIC = "CFP1".getBytes(StandardCharsets.US_ASCII);
    private static final byte KIND_ONSETS = 1;
    private static final int HEADER_BYTES = MAGIC.length + 2 + Integer.BYTES;

    private final HashedSet hashes;

    private Fingerprint(HashedSet hashes) {
        this.hashes = hashes;
    }

    /** Of these scores; empty if there are none, or they have more than eight million different n-grams. */
    public static Optional<Fingerprint> of(List<Score> scores) {
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        long[] all = scores.stream()
                .flatMap(score -> score.tracks().stream())
                .flatMapToLong(track -> LongStream.of(hashes(Onset.of(track), track)))
                .toArray();
        return HashedSet.of(all).map(Fingerprint::new);
    }

    /** For each place in a track the hash of the n-gram that begins there. @param onsets all of the track */
    static long[] hashes(List<Onset> onsets, Track track) {
        List<OnsetStep> told = OnsetStep.of(onsets, track.percussion());
        long[] steps = new long[told.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = told.get(i).hash();
        }
        long[] hashes = new long[Math.max(0, onsets.size() - LENGTH + 1)];
        for (int i = 0; i < hashes.length; i++) {
            for (int step = i; step < i + LENGTH - 1; step++) {
                hashes[i] = Hash.add(hashes[i], steps[step]);
            }
        }
        return hashes;
    }

    /** How many different n-grams it was made of. */
    public int size() {
        return hashes.size();
    }

    boolean contains(long hash) {
        return hashes.contains(hash);
    }

    /** As a model file keeps it. The same music gives the same bytes. */
    public byte[] toBytes() {
        byte[] code = hashes.toBytes();
        return ByteBuffer.allocate(HEADER_BYTES + code.length)
                .put(MAGIC)
                .put(KIND_ONSETS)
                .put((byte) LENGTH)
                .putInt(hashes.size())
                .put(code)
                .array();
    }

    /** Reads one. @throws IOException with the fault, whatever the bytes */
    public static Fingerprint read(byte[] bytes) throws IOException {
        if (bytes.length < HEADER_BYTES || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            throw new IOException("it does not begin as one");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes, MAGIC.length, HEADER_BYTES - MAGIC.length);
        int kind = header.get();
        int length = header.get();
        if (kind != KIND_ONSETS || length != LENGTH) {
            throw new IOException("it is of kind " + kind + " and length " + length + ", this Cadenza knows kind "
                    + KIND_ONSETS + " and length " + LENGTH + "; update Cadenza");
        }
        return new Fingerprint(HashedSet.read(bytes, HEADER_BYTES, header.getInt()));
    }
}
