package cadenza.host.novelty;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A set of hashes that takes about 17.6 bits for each, and answers wrongly with "is in it" for one of 65,536 that are
 * not, never with "is not". Immutable; safe for use by several threads.
 *
 * <p>A Golomb-coded set (F. Putze, P. Sanders and J. Singler, "Cache-, hash- and space-efficient Bloom filters", WEA
 * 2007): each of N hashes is reduced to a number below N · 2¹⁶, and the differences of the sorted numbers are written in
 * the Rice code of 16 bits (R. F. Rice, JPL 1979): the bits above the 16 in unary, ones that a zero ends, then the 16;
 * the highest bit of a byte first. In memory it is the sorted numbers.
 */
final class HashedSet {
    /** The most that a set may hold; more than fits into some 18 MB is no fingerprint. */
    static final int MOST = 8_000_000;

    /** One of 2 to the power of this many is found by mistake. */
    private static final int RICE_BITS = 16;

    private final long[] numbers;
    private final long range;

    private HashedSet(long[] numbers, long range) {
        this.numbers = numbers;
        this.range = range;
    }

    /** The set of these hashes; empty if more than {@link #MOST} differ. @param hashes in any order; not changed */
    static Optional<HashedSet> of(long[] hashes) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        int distinct = 0;
        for (long hash : sorted) {
            if (distinct == 0 || hash != sorted[distinct - 1]) {
                sorted[distinct++] = hash;
            }
        }
        if (distinct > MOST) {
            return Optional.empty();
        }
        long range = (long) distinct << RICE_BITS;
        long[] numbers = Arrays.copyOf(sorted, distinct);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = reduced(numbers[i], range);
        }
        Arrays.sort(numbers);
        return Optional.of(new HashedSet(numbers, range));
    }

    private static long reduced(long hash, long range) {
        return Long.remainderUnsigned(hash, range);
    }

    /** How many it was made of. */
    int size() {
        return numbers.length;
    }

    /** Whether a hash is in it, or is taken for one that is. */
    boolean contains(long hash) {
        return numbers.length > 0 && Arrays.binarySearch(numbers, reduced(hash, range)) >= 0;
    }

    /** Its numbers in the Rice code, without how many they are. */
    byte[] toBytes() {
        BitWriter bits = new BitWriter();
        long last = 0;
        for (long number : numbers) {
            long difference = number - last;
            for (long ones = difference >>> RICE_BITS; ones > 0; ones--) {
                bits.write(1, 1);
            }
            bits.write(0, 1);
            bits.write((int) difference & (1 << RICE_BITS) - 1, RICE_BITS);
            last = number;
        }
        return bits.toBytes();
    }

    /**
     * Reads one.
     *
     * @param size how many numbers there are
     * @throws IOException with the fault, if the bytes are not just so many numbers; nothing is allocated that they
     *     could not fill
     */
    static HashedSet read(byte[] bytes, int from, int size) throws IOException {
        long bitsThere = 8L * (bytes.length - from);
        if (size < 0 || size > MOST || (long) size * (RICE_BITS + 1) > bitsThere) {
            throw new IOException("it claims " + size + " hashes in " + (bytes.length - from) + " bytes");
        }
        long range = (long) size << RICE_BITS;
        long[] numbers = new long[size];
        BitReader bits = new BitReader(bytes, from);
        long last = 0;
        for (int i = 0; i < size; i++) {
            last += bits.readOnes() << RICE_BITS | bits.read(RICE_BITS);
            if (last >= range) {
                throw new IOException("a hash of it is out of range");
            }
            numbers[i] = last;
        }
        bits.expectEnd();
        return new HashedSet(numbers, range);
    }
}
