package cadenza.host.text;

import cadenza.api.UserException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks gzip, and stops where a file unfolds to more than any text would: prose gets three times smaller, a file made to
 * fill the memory of its reader a thousand times.
 */
final class UnpackingStream extends FilterInputStream {
    /** A file that unfolds to less than this is read whatever its ratio. */
    static final long ANY_RATIO = 16L << 20;

    /** Unpacked bytes for a packed one. */
    static final long MOST_RATIO = 100;

    private final Path file;
    private final CountingStream packed;
    private long unpacked;

    private UnpackingStream(Path file, CountingStream packed) throws IOException {
        super(new GZIPInputStream(packed, 1 << 16));
        this.file = file;
        this.packed = packed;
    }

    /** @param file for the messages @throws UserException if it does not begin as gzip does */
    static UnpackingStream of(Path file, InputStream packed) throws IOException {
        try {
            return new UnpackingStream(file, new CountingStream(packed));
        } catch (ZipException | EOFException e) {
            throw damaged(file, e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws UserException if the file is damaged, or unfolds to too much */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(bytes, offset, length);
        } catch (ZipException | EOFException e) {
            throw damaged(file, e);
        }
        unpacked += Math.max(0, read);
        if (unpacked > ANY_RATIO && unpacked / MOST_RATIO > packed.count) {
            throw new UserException("'" + file + "' unfolds to more than " + MOST_RATIO
                    + " times its size, which text never does; unpack it and look at what it is");
        }
        return read;
    }

    private static UserException damaged(Path file, IOException e) {
        String reason = e instanceof EOFException ? "it ends too early" : e.getMessage();
        return new UserException(
                "'" + file + "' is damaged, or no gzip file: " + reason + "; get it anew, or unpack it", e);
    }

    private static final class CountingStream extends FilterInputStream {
        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
