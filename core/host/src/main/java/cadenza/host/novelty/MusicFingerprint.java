package cadenza.host.novelty;

import cadenza.api.document.Score;
import cadenza.api.document.Track;
import java.io.IOException;
import java.nio.ByteBuffer;
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
 * <p><b>As bytes.</b> After the beginning that all have ({@link Fingerprint}) the number of hashes as 32 bits with the
 * highest byte first, then the hashes ({@link HashedSet}): 81 kB for the 229 chorales with their 49,300 notes.
 */
public final class MusicFingerprint implements Fingerprint {
    /** Onsets of music. */
    static final int KIND = 1;

    /** Onsets of an n-gram; shorter runs are everywhere, and in the chorales half of all notes lie in runs of six. */
    public static final int LENGTH = 8;

    private final HashedSet hashes;

    private MusicFingerprint(HashedSet hashes) {
        this.hashes = hashes;
    }

    /** Of these scores; empty if there are none, or they have more than eight million different n-grams. */
    public static Optional<MusicFingerprint> of(List<Score> scores) {
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        long[] all = scores.stream()
                .flatMap(score -> score.tracks().stream())
                .flatMapToLong(track -> LongStream.of(hashes(Onset.of(track), track)))
                .toArray();
        return HashedSet.of(all).map(MusicFingerprint::new);
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

    @Override
    public int size() {
        return hashes.size();
    }

    boolean contains(long hash) {
        return hashes.contains(hash);
    }

    @Override
    public byte[] toBytes() {
        byte[] code = hashes.toBytes();
        return Header.begin(KIND, LENGTH, Integer.BYTES + code.length)
                .putInt(hashes.size())
                .put(code)
                .array();
    }

    /** Reads what follows the beginning. @param length of an n-gram, as told there */
    static MusicFingerprint read(int length, ByteBuffer rest) throws IOException {
        if (length != LENGTH) {
            throw new IOException("its n-grams are of length " + length + ", this Cadenza knows length " + LENGTH
                    + "; update Cadenza");
        }
        if (rest.remaining() < Integer.BYTES) {
            throw new IOException("it is cut short");
        }
        int size = rest.getInt();
        return new MusicFingerprint(HashedSet.read(rest.array(), rest.position(), size));
    }
}
