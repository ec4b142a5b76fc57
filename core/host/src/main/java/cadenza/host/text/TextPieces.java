package cadenza.host.text;

import cadenza.api.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decodes one text, of which it holds only a piece undecoded: a byte order mark at its beginning tells the encoding and
 * is dropped, and line ends become line feeds. One object, one file.
 */
final class TextPieces {
    /** Bytes that are decoded at once. */
    static final int PIECE = 1 << 16;

    private final Path file;
    private final long mostBytes;
    private final ByteBuffer in = ByteBuffer.allocate(PIECE);
    private final CharBuffer out = CharBuffer.allocate(PIECE);
    private final List<String> pieces = new ArrayList<>();
    private TextEncoding encoding;
    private CharsetDecoder decoder;
    private long bytes; // those that were read
    private boolean otherLineEnds;
    private boolean afterReturn;

    /** @param file for the messages */
    TextPieces(Path file, long mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    /**
     * Decodes all of it.
     *
     * @return pieces of whole code points, none of them empty; none at all if there is no character
     * @throws UserException if there are more than the most bytes, a NUL, or a byte that is not of the encoding
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
            if (decoder == null) {
                begin();
            }
            decode(ended);
            in.compact();
        }
        return pieces;
    }

    private void begin() {
        encoding = TextEncoding.of(in, file);
        in.position(encoding.mark().length);
        decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The encoding of what was read. */
    TextEncoding encoding() {
        return encoding;
    }

    /** Whether some lines ended in CR LF or CR. */
    boolean otherLineEnds() {
        return otherLineEnds;
    }

    private void decode(boolean ended) {
        long before = bytes - in.remaining();
        // There is room for all: every encoding has at least a byte for each char.
        if (decoder.decode(in, out, ended).isError()) {
            throw notOfTheEncoding();
        }
        String decoded = out.flip().toString();
        int nul = decoded.indexOf('\0');
        if (nul >= 0) {
            long offset = before + decoded.substring(0, nul).getBytes(encoding.charset()).length;
            throw new UserException("'" + file + "' is not " + charset() + " text: byte " + offset
                    + " (0x00) is NUL, so it is a binary file, or UTF-16 without a mark; give text in UTF-8");
        }
        String piece = withLineFeeds(decoded);
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
        out.clear();
    }

    private String charset() {
        return encoding.isUtf16() ? "UTF-16" : "UTF-8";
    }

    private UserException notOfTheEncoding() {
        int first = in.get(in.position()) & 0xFF;
        String what = String.format(Locale.ROOT, "byte %d (0x%02X) ", bytes - in.remaining(), first);
        if (!encoding.isUtf16()) {
            what += "begins no character";
        } else if (in.remaining() == 1) {
            what += "is the last, and half of a unit of two";
        } else {
            int second = in.get(in.position() + 1) & 0xFF;
            int unit = encoding == TextEncoding.UTF_16_BIG_ENDIAN ? first << 8 | second : second << 8 | first;
            what += String.format(
                    Locale.ROOT, "begins the unit 0x%04X, half of a surrogate pair without the other", unit);
        }
        return new UserException("'" + file + "' is not " + charset() + ": " + what + "; convert it to UTF-8");
    }

    /** With line feeds for line ends; a piece may end between CR and LF. */
    private String withLineFeeds(String decoded) {
        boolean returns = decoded.indexOf('\r') >= 0;
        otherLineEnds |= returns;
        if (!afterReturn && !returns) {
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
