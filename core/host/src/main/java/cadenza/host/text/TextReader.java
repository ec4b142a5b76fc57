package cadenza.host.text;

import cadenza.api.UserException;
import cadenza.api.document.Text;
import cadenza.host.storage.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads UTF-8 text files. A byte order mark is dropped, and line ends become line feeds. Immutable; for any number of
 * threads.
 */
public final class TextReader {
    private static final long MOST_BYTES = 1L << 30;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Reads a file. @throws UserException as {@link #readPieces} */
    public Text read(Path file) {
        return readPieces(file).whole();
    }

    /**
     * Reads a file, and leaves it in pieces.
     *
     * @throws UserException if it cannot be read, is empty, larger than 1 GiB, or not UTF-8: then with the offset of the
     *     first byte that is not
     */
    public PiecedText readPieces(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            // Asked for its size, a pipe says 0.
            if (Files.size(file) > MOST_BYTES) {
                throw tooLarge(file);
            }
            return new PiecedText(file.getFileName().toString(), new Utf8Pieces(file, MOST_BYTES).read(stream));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Whether a file has no character: no byte at all, or a byte order mark alone. @throws UserException if unreadable */
    public boolean isEmpty(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] beginning = stream.readNBytes(BYTE_ORDER_MARK.length + 1);
            return beginning.length == 0 || Arrays.equals(beginning, BYTE_ORDER_MARK);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static UserException tooLarge(Path file) {
        return new UserException("'" + file + "' is larger than 1 GiB; split it");
    }

    private static UserException unreadable(Path file, IOException e) {
        return new UserException("'" + file + "' cannot be read: " + AtomicFile.reason(e), e);
    }
}
