package cadenza.host.novelty;

import java.io.IOException;

/** What {@link BitWriter} wrote. */
final class BitReader {
    private final byte[] bytes;
    private int next;
    private long pending;
    private int count;

    /** @param from the first byte */
    BitReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.next = from;
    }

    /** The next bits as a number. @param bits 1 to 31 @throws IOException if there are not so many */
    int read(int bits) throws IOException {
        while (count < bits) {
            if (next == bytes.length) {
                throw new IOException("it is cut short");
            }
            pending = pending << Byte.SIZE | bytes[next++] & 0xFF;
            count += Byte.SIZE;
        }
        count -= bits;
        return (int) (pending >>> count & (1L << bits) - 1);
    }

    /** @throws IOException if more is left than the zeros that fill the last byte */
    void expectEnd() throws IOException {
        if (next != bytes.length || (pending & (1L << count) - 1) != 0) {
            throw new IOException("something follows its last hash");
        }
    }
}
