package cadenza.host.text;

import cadenza.api.UserException;
import cadenza.api.document.Text;
import cadenza.host.storage.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads text files: UTF-8, with or without a byte order mark, and UTF-16 with one. Files whose names end in
 * {@code .gz} are unpacked. The mark is dropped, and line ends become line feeds. Immutable; for any number of threads.
 */
public final class TextReader {
    private static final long MOST_BYTES = 1L << 30;
    private static final int LONGEST_MARK = 4;
    private static final String COMPRESSED = ".gz";

    /** Reads a file. @throws UserException as {@link #readPieces} */
    public Text read(Path file) {
        return readPieces(file).whole();
    }

    /** Reads a file that may have no character. @throws UserException as {@link #readPieces}, but for an empty file */
    public Text readOrEmpty(Path file) {
        return decoded(file).whole();
    }

    /**
     * Reads a file, and leaves it in pieces.
     *
     * @throws UserException if it cannot be read, is empty, larger than 1 GiB, packed or unpacked, has a NUL, or is not
     *     of its encoding: then with the offset of the first byte that is not
     */
    public PiecedText readPieces(Path file) {
        PiecedText read = decoded(file);
        if (read.pieces().isEmpty()) {
            boolean marked = read.form().encoding().mark().length > 0;
            throw new UserException("'" + file + "' is empty" + (marked ? " but for a byte order mark" : "")
                    + "; give a file with text");
        }
        return read;
    }

    private static PiecedText decoded(Path file) {
        try (InputStream stream = open(file)) {
            // Asked for its size, a pipe says 0.
            if (Files.size(file) > MOST_BYTES) {
                throw tooLarge(file);
            }
            TextPieces pieces = new TextPieces(file, MOST_BYTES);
            return new PiecedText(
                    file.getFileName().toString(),
                    pieces.read(stream),
                    new TextForm(pieces.encoding(), pieces.otherLineEnds(), isCompressed(file)));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file);
        if (!isCompressed(file)) {
            return stream;
        }
        try {
            return UnpackingStream.of(file, stream);
        } catch (IOException | UserException e) {
            stream.close();
            throw e;
        }
    }

    private static boolean isCompressed(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(COMPRESSED);
    }

    /** Whether a file has no character: no byte at all, or a byte order mark alone. @throws UserException if unreadable */
    public boolean isEmpty(Path file) {
        try (InputStream stream = open(file)) {
            ByteBuffer beginning = ByteBuffer.wrap(stream.readNBytes(LONGEST_MARK + 1));
            return beginning.remaining() == TextEncoding.of(beginning, file).mark().length;
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
