package cadenza.host.novelty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * A set of whole numbers below 2 to the power of {@link #bits}, which is asked as it is stored, without being unpacked:
 * megabytes are ready as soon as they are read. A number takes about 2 bits and those of {@code bits} − log₂ size.
 * Immutable; safe for use by several threads.
 *
 * <p>Elias–Fano code (P. Elias, "Efficient storage and retrieval by content and address of static files", Journal of the
 * ACM 21, 1974; R. M. Fano, MIT Project MAC memorandum 61, 1971). The numbers are in order. The low bits of each are
 * stored as they are. The high bits are told in unary: for each value that they can have a one for every number that has
 * it, then a zero. The highest bit of a byte comes first; ones and zeros fill whole bytes, and so do the low bits.
 */
final class NumberSet {
    /** So that the place of a bit is an {@code int}. */
    static final int MOST = 1 << 23;

    /** The most that a number may have. */
    static final int MOST_BITS = 40;

    /** Places of zeros are noted for one of so many; to the next zeros are counted. */
    private static final int NOTED = 256;

    private final int size;
    private final int bits;
    private final int lowBits;
    private final byte[] code; // high bits, low bits, and zeros behind them, so that a window may reach beyond the end
    private final ByteBuffer view; // of the code
    private final long lowFrom; // the bit where the low bits begin
    private final int[] places; // of the zero that ends the high value NOTED · i

    private NumberSet(int size, int bits, byte[] code) throws IOException {
        this.size = size;
        this.bits = bits;
        this.code = code;
        lowBits = lowBits(size, bits);
        lowFrom = 8L * highBytes(size, bits);
        view = ByteBuffer.wrap(code);
        places = places();
    }

    /** The set of these numbers. @param numbers in any order, each once or more; at most {@link #MOST} different */
    static NumberSet of(LongStream numbers, int bits) {
        long[] sorted = numbers.toArray();
        Arrays.sort(sorted);
        int size = 0;
        for (long number : sorted) {
            if (size == 0 || number != sorted[size - 1]) {
                sorted[size++] = number;
            }
        }
        if (size > MOST) {
            throw new IllegalArgumentException(size + " numbers are more than " + MOST);
        }
        int lowBits = lowBits(size, bits);
        byte[] high = new byte[highBytes(size, bits)];
        BitWriter low = new BitWriter();
        for (int i = 0; i < size; i++) {
            int place = (int) (sorted[i] >>> lowBits) + i;
            high[place >>> 3] |= (byte) (0x80 >>> (place & 7));
            // A writer takes 32 bits at once.
            int first = Math.max(0, lowBits - 16);
            if (first > 0) {
                low.write((int) (sorted[i] >>> lowBits - first), first);
            }
            if (lowBits > first) {
                low.write((int) sorted[i], lowBits - first);
            }
        }
        byte[] lows = low.toBytes();
        byte[] code = Arrays.copyOf(high, high.length + lows.length + Long.BYTES);
        System.arraycopy(lows, 0, code, high.length, lows.length);
        try {
            return new NumberSet(size, bits, code);
        } catch (IOException e) {
            throw new IllegalStateException("what was written is read", e);
        }
    }

    /**
     * Reads one, to the end of the bytes.
     *
     * @param size how many numbers there are
     * @param bits of a number, 1 to {@value #MOST_BITS}
     * @throws IOException with the fault, if the bytes are not just so many numbers
     */
    static NumberSet read(byte[] bytes, int from, int size, int bits) throws IOException {
        if (bits < 1 || bits > MOST_BITS) {
            throw new IOException("it claims numbers of " + bits + " bits");
        }
        int there = bytes.length - from;
        if (size < 0 || size > MOST || size > 1L << bits || there != bytes(size, bits)) {
            throw new IOException("it claims " + size + " hashes in " + there + " bytes");
        }
        // Copied just once: fresh memory is what reading megabytes takes time for.
        return new NumberSet(size, bits, Arrays.copyOfRange(bytes, from, bytes.length + Long.BYTES));
    }

    private static int lowBits(int size, int bits) {
        int sizeBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, size - 1));
        return Math.max(0, bits - sizeBits);
    }

    private static int highValues(int size, int bits) {
        return 1 << bits - lowBits(size, bits);
    }

    private static int highBytes(int size, int bits) {
        return (size + highValues(size, bits) + 7) / 8;
    }

    private static long bytes(int size, int bits) {
        return highBytes(size, bits) + ((long) size * lowBits(size, bits) + 7) / 8;
    }

    /** Finds the zeros, a word at a time, and checks that there are as many as there should be. */
    private int[] places() throws IOException {
        int values = highValues(size, bits);
        int end = size + values;
        int[] found = new int[(values + NOTED - 1) / NOTED];
        int zeros = 0;
        int noted = 0;
        for (int from = 0; from < end; from += Long.SIZE) {
            long word = ~view.getLong(from >>> 3); // zeros are ones here
            if (end - from < Long.SIZE) {
                word &= -1L << Long.SIZE - (end - from);
            }
            int next = zeros + Long.bitCount(word);
            for (; noted < found.length && noted * NOTED < next; noted++) {
                found[noted] = from + place(word, noted * NOTED - zeros);
            }
            zeros = next;
        }
        boolean filledWithZeros = true;
        for (int i = end; i < lowFrom; i++) {
            filledWithZeros &= !one(i);
        }
        // A number too many would push the last zero out.
        if (zeros != values || one(end - 1) || !filledWithZeros) {
            throw new IOException("its hashes are not as many as it claims");
        }
        return found;
    }

    /** The place of a one in a word, the highest bit being 0. @param index how many ones there are before it */
    private static int place(long word, int index) {
        long rest = word;
        for (int i = 0; i < index; i++) {
            rest &= ~Long.highestOneBit(rest);
        }
        return Long.numberOfLeadingZeros(rest);
    }

    private boolean one(int place) {
        return (code[place >>> 3] & 0x80 >>> (place & 7)) != 0;
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** How many bits a number has. */
    int bits() {
        return bits;
    }

    /** Whether a number is one of them. @param number of {@code [0, 2 to the power of bits)} */
    boolean contains(long number) {
        int high = (int) (number >>> lowBits);
        long low = number & (1L << lowBits) - 1;
        int place = high == 0 ? 0 : zero(high - 1) + 1;
        for (int i = place - high; one(place); place++, i++) {
            if (low(i) == low) {
                return true;
            }
        }
        return false;
    }

    /** The place of the zero that ends a high value. */
    private int zero(int value) {
        int place = places[value / NOTED];
        int left = value % NOTED;
        // By words as far as that goes, then bit by bit.
        while (left > 0) {
            int next = place + 1;
            if ((next & 7) == 0) {
                int zeros = Long.bitCount(~view.getLong(next >>> 3));
                if (zeros < left) {
                    left -= zeros;
                    place = next + Long.SIZE - 1;
                    continue;
                }
            }
            place = next;
            left -= one(place) ? 0 : 1;
        }
        return place;
    }

    private long low(int index) {
        if (lowBits == 0) {
            return 0;
        }
        long from = lowFrom + (long) index * lowBits;
        return view.getLong((int) (from >>> 3)) << (from & 7) >>> Long.SIZE - lowBits;
    }

    /** All of them, ascending. */
    LongStream numbers() {
        long[] numbers = new long[size];
        int high = 0;
        for (int place = 0, i = 0; i < size; place++) {
            if (one(place)) {
                numbers[i] = (long) high << lowBits | low(i);
                i++;
            } else {
                high++;
            }
        }
        return LongStream.of(numbers);
    }

    /** How they are stored, without how many they are and their bits. */
    byte[] toBytes() {
        return Arrays.copyOf(code, code.length - Long.BYTES);
    }
}
