package cadenza.host.novelty;

import java.io.ByteArrayOutputStream;

/** Bits into bytes, the highest bit first; the last byte is filled with zeros. */
final class BitWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long pending;
    private int count;

    /** Adds the lowest bits of a number. @param bits 1 to 32 */
    void write(int number, int bits) {
        pending = pending << bits | number & (1L << bits) - 1;
        count += bits;
        while (count >= Byte.SIZE) {
            count -= Byte.SIZE;
            bytes.write((int) (pending >>> count));
        }
    }

    byte[] toBytes() {
        if (count > 0) {
            write(0, Byte.SIZE - count);
        }
        return bytes.toByteArray();
    }
}
