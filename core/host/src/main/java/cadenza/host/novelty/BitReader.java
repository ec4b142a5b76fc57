package cadenza.host.novelty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** What {@link BitWriter} wrote. Looks at many bits at once: it is on the way of every {@code compose}. */
final class BitReader {
    /** How many bits a window has at the least: the first byte of its eight may be read in part. */
    private static final int WINDOW = Long.SIZE - Byte.SIZE + 1;

    private final ByteBuffer bytes;
    private final long end;
    private long position;

    /** @param from the first byte */
    BitReader(byte[] bytes, int from) {
        // Followed by zeros, so that a window may reach beyond the end.
        this.bytes = ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, bytes.length + Long.BYTES));
        this.end = (long) Byte.SIZE * (bytes.length - from);
    }

    /** The next bits, the first one highest. */
    private long window() {
        return bytes.getLong((int) (position >>> 3)) << (position & 7);
    }

    private void skip(int bits) throws IOException {
        position += bits;
        if (position > end) {
            throw new IOException("it is cut short");
        }
    }

    /** The next bits as a number. @param bits 1 to 31 @throws IOException if there are not so many */
    int read(int bits) throws IOException {
        int number = (int) (window() >>> Long.SIZE - bits);
        skip(bits);
        return number;
    }

    /** How many ones come next; the zero that ends them is read as well. @throws IOException if there is none */
    long readOnes() throws IOException {
        long ones = 0;
        int next = Long.numberOfLeadingZeros(~window());
        while (next >= WINDOW) {
            skip(WINDOW);
            ones += WINDOW;
            next = Long.numberOfLeadingZeros(~window());
        }
        skip(next + 1);
        return ones + next;
    }

    /** @throws IOException if more is left than the zeros that fill the last byte */
    void expectEnd() throws IOException {
        if (end - position >= Byte.SIZE || window() != 0) {
            throw new IOException("something follows its last hash");
        }
    }
}
