package cadenza.host.novelty;

import cadenza.api.document.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What a model file keeps of the text that the model was trained on, to tell what of an output was copied: hashed
 * n-grams of characters (code points; white space in a row counts as one blank, {@link CharacterGrams}). Immutable; safe
 * for use by several threads.
 *
 * <p><b>What is promised.</b> Of up to {@value #MOST_COMPLETE} characters (4 MiB of ASCII) every n-gram is kept. Then
 * every run of {@link #length} or more characters that is in the training text is found, in its whole length. An n-gram
 * has {@value #LENGTH} characters; where the text has more than {@value #LARGE_ALPHABET} different ones, as Chinese has,
 * {@value #LENGTH_OF_LARGE_ALPHABETS}. What is found may be shorter in truth: an n-gram that never was in the training
 * text is taken for one of it with the probability {@link #mistakes} (one of 4,300 for a million characters), and a run
 * may be pieced together from places that overlap by all but one character of an n-gram. So it is an upper bound. A run
 * of 31 characters needs twelve mistakes in a row where it is made of nothing else. (Of 6,000 characters that a model of
 * tinyshakespeare wrote at temperatures 0.5, 0.8 and 1.0 the longest run was found as 28, 31 and 26 characters; in truth
 * it was 28, 28 and 25. With n-grams of 12 it would have been 33, 32 and 26, of 8 characters 76, 53 and 43.)
 *
 * <p><b>Of more text</b> a sample is kept: one n-gram of 2, 4, 8 and so on, chosen by the first bits of its hash, so that
 * a copy is looked for at the very places of which the sample knows. An n-gram is then {@value #LENGTH_OF_SAMPLES}
 * characters long, so that one that is found is a run of over 30 by itself. A run of r characters is seen with the
 * probability 1 − (1 − 1/m)^(r − 30) where one n-gram of m is kept; where just it begins and ends is not. One of some
 * 8,000 n-grams that are looked up is found by mistake, that is a run in 250,000 characters where one of 32 is kept.
 *
 * <p><b>Of a model that learned twice</b>, first from other text, each text has a fingerprint of its own where all
 * n-grams of both together would be too many: a sample of the first does not make one of the second.
 *
 * <p><b>As bytes.</b> After the beginning that all have ({@link Fingerprint}) a byte for the bits that were used to
 * choose the sample (0 for all), a byte for the bits of a number, the number of n-grams as 32 bits with the highest byte
 * first, then the numbers ({@link NumberSet}): the bits of the hashes that follow those that choose. About 1.6 MB for a
 * million characters of English. Of several the bytes are those of kind {@value #SEVERAL}: how many there are as a byte,
 * then for each, the first learned from first, its length in bytes as 32 bits and its bytes.
 */
public final class TextFingerprint implements Fingerprint {
    /** Characters of an n-gram; longer than what two pages of one language have in common by chance. */
    public static final int LENGTH = 20;

    /** Characters of an n-gram where an alphabet is large. */
    public static final int LENGTH_OF_LARGE_ALPHABETS = 8;

    /** Characters of an n-gram of a sample. */
    public static final int LENGTH_OF_SAMPLES = 31;

    /** So many different characters have the alphabets that are not large, at the most. */
    public static final int LARGE_ALPHABET = 1000;

    /** Of so many characters all n-grams are kept. */
    public static final int MOST_COMPLETE = 1 << 22;

    /** Characters of text. */
    static final int KIND = 2;

    /** Several of characters of text. */
    static final int SEVERAL = 3;

    /** A model that learned more often keeps what it learned last in one. */
    private static final int MOST_IN_A_ROW = 8;

    /** Of more, about so many n-grams at the most: 4.6 MB. */
    private static final int MOST_OF_SAMPLE = 2_500_000;

    private static final int MOST_LENGTH = 64;
    private static final int MOST_SAMPLING_BITS = 24;
    private static final int NUMBER_BITS = 32;

    /** More, because in a sample an n-gram that is found by mistake is a long run. */
    private static final int NUMBER_BITS_OF_SAMPLES = 34;

    private static final int HEADER_BYTES = 2 + Integer.BYTES;

    private final int length;
    private final int samplingBits;
    private final NumberSet numbers;
    private final Optional<TextFingerprint> before;

    private TextFingerprint(int length, int samplingBits, NumberSet numbers, Optional<TextFingerprint> before) {
        this.length = length;
        this.samplingBits = samplingBits;
        this.numbers = numbers;
        this.before = before;
    }

    /** Of these texts; empty if there are none. Not of parts that were only validated on: nothing is learned there. */
    public static Optional<TextFingerprint> of(List<Text> texts) {
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        int samplingBits = samplingBits(characters(texts), 0);
        return Optional.of(
                samplingBits > 0
                        ? of(texts, LENGTH_OF_SAMPLES, samplingBits, NUMBER_BITS_OF_SAMPLES)
                        : of(texts, length(texts), 0, NUMBER_BITS));
    }

    /** @param samplingBits first bits of a hash that are zero for those in the sample @param bits of a number */
    static TextFingerprint of(List<Text> texts, int length, int samplingBits, int bits) {
        LongStream kept = texts.stream()
                .flatMapToLong(text -> hashes(text, length))
                .filter(hash -> isSampled(hash, samplingBits))
                .map(hash -> hash << samplingBits >>> Long.SIZE - bits);
        return new TextFingerprint(length, samplingBits, NumberSet.of(kept, bits), Optional.empty());
    }

    private static LongStream hashes(Text text, int length) {
        CharacterGrams grams = new CharacterGrams(length);
        return text.content()
                .codePoints()
                .filter(codePoint -> grams.add(codePoint) && grams.full())
                .mapToLong(codePoint -> grams.hash());
    }

    private static boolean isSampled(long hash, int samplingBits) {
        return samplingBits == 0 || hash >>> Long.SIZE - samplingBits == 0;
    }

    private static long characters(List<Text> texts) {
        return texts.stream()
                .mapToLong(
                        text -> text.content().codePointCount(0, text.content().length()))
                .sum();
    }

    /** How many characters an n-gram should have, if all are kept. */
    static int length(List<Text> texts) {
        BitSet alphabet = new BitSet();
        texts.forEach(text -> text.content().codePoints().forEach(alphabet::set));
        return alphabet.cardinality() > LARGE_ALPHABET ? LENGTH_OF_LARGE_ALPHABETS : LENGTH;
    }

    /** The fewest bits, from a number on, that make a sample small enough. */
    private static int samplingBits(long characters, int atLeast) {
        int samplingBits = atLeast;
        if (characters > MOST_COMPLETE) {
            while (characters >>> samplingBits > MOST_OF_SAMPLE) {
                samplingBits++;
            }
        }
        return samplingBits;
    }

    /**
     * Of the text that this one is of, and more: for a model that was trained on both, one after the other. Where all
     * n-grams of both can be kept it is that of both together, else one of each.
     */
    public TextFingerprint with(List<Text> more) {
        if (characters(more) == 0) {
            return this;
        }
        boolean complete = samplingBits == 0 && size() + characters(more) <= MOST_COMPLETE;
        if (complete || inARow() == MOST_IN_A_ROW) {
            return joined(more);
        }
        TextFingerprint next = of(more).orElseThrow();
        return new TextFingerprint(next.length, next.samplingBits, next.numbers, Optional.of(this));
    }

    /** The length of n-grams stays; if it is too much for all to be kept, a sample is. */
    private TextFingerprint joined(List<Text> more) {
        long characters = ((long) size() << samplingBits) + characters(more);
        int sampling = samplingBits(characters, samplingBits);
        int dropped = sampling - samplingBits;
        int bits = numbers.bits() - dropped;
        LongStream kept = numbers.numbers().filter(number -> number >>> bits == 0);
        LongStream added = of(more, length, sampling, bits).numbers.numbers();
        return new TextFingerprint(length, sampling, NumberSet.of(LongStream.concat(kept, added), bits), before);
    }

    private int inARow() {
        return 1 + before.map(TextFingerprint::inARow).orElse(0);
    }

    /** That of the text which the model learned from before the text that this one is of. */
    public Optional<TextFingerprint> before() {
        return before;
    }

    /** Characters of an n-gram. */
    public int length() {
        return length;
    }

    /** One n-gram of how many is kept: 1, where all are, or a power of two. */
    public int oneOf() {
        return 1 << samplingBits;
    }

    /** With which probability an n-gram that is looked up is found though it never was in the training text. */
    public double mistakes() {
        return size() / StrictMath.pow(2, numbers.bits());
    }

    @Override
    public int size() {
        return numbers.size();
    }

    /** Whether an n-gram is among those of which it is known whether they are in the training text. */
    boolean knows(long hash) {
        return isSampled(hash, samplingBits);
    }

    /** Whether an n-gram that it knows of is in the training text, or is taken for one that is. */
    boolean contains(long hash) {
        return numbers.contains(hash << samplingBits >>> Long.SIZE - numbers.bits());
    }

    @Override
    public byte[] toBytes() {
        if (before.isEmpty()) {
            return ownBytes();
        }
        List<byte[]> all = new ArrayList<>();
        for (Optional<TextFingerprint> next = Optional.of(this); next.isPresent(); next = next.get().before) {
            all.add(0, next.get().ownBytes());
        }
        int rest =
                1 + all.stream().mapToInt(bytes -> Integer.BYTES + bytes.length).sum();
        ByteBuffer bytes = Header.begin(SEVERAL, length, rest).put((byte) all.size());
        all.forEach(one -> bytes.putInt(one.length).put(one));
        return bytes.array();
    }

    private byte[] ownBytes() {
        byte[] code = numbers.toBytes();
        return Header.begin(KIND, length, HEADER_BYTES + code.length)
                .put((byte) samplingBits)
                .put((byte) numbers.bits())
                .putInt(numbers.size())
                .put(code)
                .array();
    }

    /** Reads what follows the beginning of several. */
    static TextFingerprint readSeveral(ByteBuffer rest) throws IOException {
        int count = rest.hasRemaining() ? rest.get() : 0;
        if (count < 2 || count > MOST_IN_A_ROW) {
            throw new IOException("it claims to be " + count + " in a row");
        }
        Optional<TextFingerprint> last = Optional.empty();
        for (int i = 0; i < count; i++) {
            int bytes = rest.remaining() < Integer.BYTES ? -1 : rest.getInt();
            if (bytes < 0 || bytes > rest.remaining()) {
                throw new IOException("it is cut short");
            }
            byte[] one = new byte[bytes];
            rest.get(one);
            if (!(Fingerprint.read(one) instanceof TextFingerprint text) || text.before.isPresent()) {
                throw new IOException("it is several, and one of them is not one of text");
            }
            last = Optional.of(new TextFingerprint(text.length, text.samplingBits, text.numbers, last));
        }
        if (rest.hasRemaining()) {
            throw new IOException("it is longer than it claims");
        }
        return last.get();
    }

    /** Reads what follows the beginning. @param length of an n-gram, as told there */
    static TextFingerprint read(int length, ByteBuffer rest) throws IOException {
        if (rest.remaining() < HEADER_BYTES) {
            throw new IOException("it is cut short");
        }
        int samplingBits = rest.get();
        int bits = rest.get();
        int size = rest.getInt();
        if (length < 1 || length > MOST_LENGTH || samplingBits < 0 || samplingBits > MOST_SAMPLING_BITS) {
            throw new IOException(
                    "it claims n-grams of " + length + " characters, chosen by " + samplingBits + " bits");
        }
        return new TextFingerprint(
                length, samplingBits, NumberSet.read(rest.array(), rest.position(), size, bits), Optional.empty());
    }
}
