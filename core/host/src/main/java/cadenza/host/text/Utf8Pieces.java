package cadenza.host.text;

import cadenza.api.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes one file of UTF-8, of which it holds only a piece undecoded: a byte order mark at its beginning is dropped,
 * and line ends become line feeds. One object, one file.
 */
final class Utf8Pieces {
    /** Bytes that are decoded at once. */
    static final int PIECE = 1 << 16;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Path file;
    private final long mostBytes;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer in = ByteBuffer.allocate(PIECE);
    private final CharBuffer out = CharBuffer.allocate(PIECE);
    private final List<String> pieces = new ArrayList<>();
    private long bytes; // those that were read
    private boolean begun;
    private boolean afterReturn;

    /** @param file for the messages */
    Utf8Pieces(Path file, long mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    /**
     * Decodes all of it.
     *
     * @return pieces of whole code points, none of them empty
     * @throws UserException if there is no character, more than the most bytes, or a byte that is not UTF-8
     */
    List<String> read(InputStream stream) throws IOException {
        boolean ended = false;
        while (!ended) {
            int read = stream.readNBytes(in.array(), in.position(), in.remaining());
            ended = read < in.remaining();
            bytes += read;
            if (bytes > mostBytes) {
                throw TextReader.tooLarge(file);
            }
            in.position(in.position() + read).flip();
            decode(ended);
            in.compact();
        }
        if (pieces.isEmpty()) {
            throw new UserException("'" + file + "' is empty" + (bytes == 0 ? "" : " but for a byte order mark")
                    + "; give a file with text");
        }
        return pieces;
    }

    private void decode(boolean ended) {
        // There is room for all: UTF-8 has at least a byte for each char.
        CoderResult result = decoder.decode(in, out, ended);
        if (result.isError()) {
            throw new UserException("'" + file + "' is not UTF-8: byte " + (bytes - in.remaining()) + " (0x"
                    + String.format("%02X", in.get(in.position())) + ") begins no character; convert it to UTF-8");
        }
        out.flip();
        if (!begun && out.hasRemaining()) {
            begun = true;
            if (out.get(0) == BYTE_ORDER_MARK) {
                out.get();
            }
        }
        String piece = withLineFeeds();
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
        out.clear();
    }

    /** What was decoded, with line feeds for line ends; a piece may end between CR and LF. */
    private String withLineFeeds() {
        String decoded = out.toString();
        if (!afterReturn && decoded.indexOf('\r') < 0) {
            return decoded;
        }
        StringBuilder piece = new StringBuilder(decoded.length());
        for (int at = 0; at < decoded.length(); at++) {
            char character = decoded.charAt(at);
            boolean told = afterReturn && character == '\n';
            afterReturn = character == '\r';
            if (!told) {
                piece.append(afterReturn ? '\n' : character);
            }
        }
        return piece.toString();
    }
}
