package cadenza.host.installation;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * The central directory of a zip, as it is written: with every name, also a second one of the same, and with the file
 * modes, neither of which {@link java.util.zip.ZipFile} tells. Field offsets are those of PKWARE's APPNOTE, 4.3.12 and
 * 4.3.16. Zip64 and a zip behind other bytes are refused: no plugin needs them, and readers differ about them.
 */
final class ZipDirectory {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int MOST_COMMENT = 0xffff;

    private ZipDirectory() {}

    /**
     * @param name as it stands there
     * @param compressed bytes in the archive, as stated
     * @param size bytes unpacked, as stated
     * @param crc of the unpacked bytes
     * @param mode Unix file type and permissions; 0 if none are stated
     */
    record Entry(String name, long compressed, long size, long crc, int mode) {
        private static final int TYPE = 0xf000;
        private static final int REGULAR = 0x8000;
        private static final int FOLDER = 0x4000;

        boolean isFolder() {
            return name.endsWith("/");
        }

        /** Whether it is neither a file nor a folder, but a symbolic link or a device. */
        boolean isSpecial() {
            int type = mode & TYPE;
            return type != 0 && type != REGULAR && type != FOLDER;
        }
    }

    /** @param mostEntries what is read at most @throws ZipException if it is no zip, cut off, or has more entries */
    static List<Entry> read(Path file, int mostEntries) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long length = channel.size();
            if (length < END_BYTES) {
                throw new ZipException("it is cut off, or no zip");
            }
            int tailBytes = (int) Math.min(length, END_BYTES + MOST_COMMENT);
            ByteBuffer tail = bytes(channel, length - tailBytes, tailBytes);
            int end = end(tail);
            int count = tail.getShort(end + 10) & 0xffff;
            long size = tail.getInt(end + 12) & 0xffffffffL;
            long start = tail.getInt(end + 16) & 0xffffffffL;
            if (count > mostEntries) {
                throw new ZipException("it has " + count + " entries; " + mostEntries + " are allowed");
            }
            if (start + size != length - tailBytes + end) {
                throw new ZipException("its list of entries is not where it says; it is damaged, or a zip64");
            }
            return entries(bytes(channel, start, Math.toIntExact(size)), count);
        }
    }

    private static int end(ByteBuffer tail) throws ZipException {
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            boolean found = tail.getInt(at) == END_SIGNATURE
                    && at + END_BYTES + (tail.getShort(at + 20) & 0xffff) == tail.limit();
            if (found) {
                return at;
            }
        }
        throw new ZipException("it is cut off, or no zip");
    }

    private static List<Entry> entries(ByteBuffer directory, int count) throws ZipException {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (at + ENTRY_BYTES > directory.limit() || directory.getInt(at) != ENTRY_SIGNATURE) {
                throw new ZipException("its list of entries is damaged");
            }
            int nameBytes = directory.getShort(at + 28) & 0xffff;
            int more = (directory.getShort(at + 30) & 0xffff) + (directory.getShort(at + 32) & 0xffff);
            if (at + ENTRY_BYTES + nameBytes + more > directory.limit()) {
                throw new ZipException("its list of entries is damaged");
            }
            entries.add(new Entry(
                    name(directory.slice(at + ENTRY_BYTES, nameBytes)),
                    directory.getInt(at + 20) & 0xffffffffL,
                    directory.getInt(at + 24) & 0xffffffffL,
                    directory.getInt(at + 16) & 0xffffffffL,
                    directory.getInt(at + 38) >>> 16));
            at += ENTRY_BYTES + nameBytes + more;
        }
        if (at != directory.limit()) {
            throw new ZipException("its list of entries is damaged");
        }
        return entries;
    }

    private static String name(ByteBuffer bytes) throws ZipException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new ZipException("a name in it is no UTF-8");
        }
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new EOFException("it is cut off");
            }
        }
        return buffer.flip();
    }
}
