package cadenza.host.text;

import cadenza.api.document.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as it came from its file, in pieces: a part of it is made without the whole. Immutable.
 *
 * @param title names it in reports
 * @param pieces of whole code points, in order
 * @param form in which it stood in the file
 */
public record PiecedText(String title, List<String> pieces, TextForm form) {
    /** A text of the plainest form. */
    public PiecedText(String title, List<String> pieces) {
        this(title, pieces, TextForm.PLAIN);
    }

    public PiecedText {
        pieces = List.copyOf(pieces);
    }

    /** Number of characters (code points). */
    public long characters() {
        return pieces.stream().mapToLong(PiecedText::characters).sum();
    }

    private static int characters(String piece) {
        return piece.codePointCount(0, piece.length());
    }

    /** All of it. */
    public Text whole() {
        return joined(pieces);
    }

    /** The characters {@code [begin, end)} alone. @param end at most {@link #characters()} */
    public Text part(long begin, long end) {
        List<String> part = new ArrayList<>();
        long before = 0;
        for (String piece : pieces) {
            int characters = characters(piece);
            int from = (int) Math.max(0, begin - before);
            int to = (int) Math.min(characters, end - before);
            if (from == 0 && to == characters) {
                part.add(piece);
            } else if (from < to) {
                part.add(piece.substring(piece.offsetByCodePoints(0, from), piece.offsetByCodePoints(0, to)));
            }
            before += characters;
        }
        return joined(part);
    }

    private Text joined(List<String> part) {
        // Unlike a builder, this allocates the characters once.
        return new Text(title, String.join("", part));
    }
}
