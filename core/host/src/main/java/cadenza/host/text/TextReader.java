package cadenza.host.text;

import cadenza.api.UserException;
import cadenza.api.document.Text;
import cadenza.host.storage.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads UTF-8 text files. A byte order mark is dropped, and line ends become line feeds. Immutable; for any number of
 * threads.
 */
public final class TextReader {
    private static final long MOST_BYTES = 1L << 30;

    /**
     * Reads a file.
     *
     * @throws UserException if it cannot be read, is empty, larger than 1 GiB, or not UTF-8: then with the offset of the
     *     first byte that is not
     */
    public Text read(Path file) {
        byte[] bytes;
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UserException("'" + file + "' is larger than 1 GiB; split it");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UserException("'" + file + "' cannot be read: " + AtomicFile.reason(e), e);
        }
        if (bytes.length == 0) {
            throw new UserException("'" + file + "' is empty; give a file with text");
        }
        String content = decode(file, bytes);
        if (content.isEmpty()) {
            throw new UserException("'" + file + "' is empty but for a byte order mark; give a file with text");
        }
        return new Text(file.getFileName().toString(), withLineFeeds(content));
    }

    private static String decode(Path file, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            in.position(3);
        }
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            throw new UserException("'" + file + "' is not UTF-8: byte " + in.position() + " (0x"
                    + String.format("%02X", bytes[in.position()]) + ") begins no character; convert it to UTF-8");
        }
        return out.flip().toString();
    }

    private static String withLineFeeds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
