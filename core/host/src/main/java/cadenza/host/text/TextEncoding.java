package cadenza.host.text;

import cadenza.api.UserException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** How the characters of a text stand in its file; told by the byte order mark it begins with, if any. */
public enum TextEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    UTF_8_WITH_MARK("UTF-8 with a byte order mark", StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
    UTF_16_LITTLE_ENDIAN("UTF-16, little-endian", StandardCharsets.UTF_16LE, 0xFF, 0xFE),
    UTF_16_BIG_ENDIAN("UTF-16, big-endian", StandardCharsets.UTF_16BE, 0xFE, 0xFF);

    private static final byte[] UTF_32_LITTLE_ENDIAN = bytes(0xFF, 0xFE, 0, 0);
    private static final byte[] UTF_32_BIG_ENDIAN = bytes(0, 0, 0xFE, 0xFF);

    private final String label;
    private final Charset charset;
    private final byte[] mark;

    TextEncoding(String label, Charset charset, int... mark) {
        this.label = label;
        this.charset = charset;
        this.mark = bytes(mark);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Its name, for the user. */
    public String label() {
        return label;
    }

    Charset charset() {
        return charset;
    }

    /** The byte order mark, empty if there is none. Not to be changed. */
    byte[] mark() {
        return mark;
    }

    boolean isUtf16() {
        return charset != StandardCharsets.UTF_8;
    }

    /**
     * The encoding of a file, by its beginning.
     *
     * @param beginning its first bytes, four if it has so many
     * @throws UserException if the mark is that of UTF-32, which is not read; a UTF-16 file that begins with NUL would
     *     look the same, and is no text either
     */
    static TextEncoding of(ByteBuffer beginning, Path file) {
        for (byte[] mark : List.of(UTF_32_LITTLE_ENDIAN, UTF_32_BIG_ENDIAN)) {
            if (begins(beginning, mark)) {
                throw new UserException("'" + file + "' is UTF-32, says its mark at byte 0; convert it to UTF-8");
            }
        }
        for (TextEncoding encoding : List.of(UTF_8_WITH_MARK, UTF_16_LITTLE_ENDIAN, UTF_16_BIG_ENDIAN)) {
            if (begins(beginning, encoding.mark)) {
                return encoding;
            }
        }
        return UTF_8;
    }

    private static boolean begins(ByteBuffer bytes, byte[] mark) {
        byte[] beginning = new byte[Math.min(mark.length, bytes.remaining())];
        bytes.duplicate().get(beginning);
        return Arrays.equals(beginning, mark);
    }
}
