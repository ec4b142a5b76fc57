package cadenza.host.text;

import cadenza.api.document.Text;
import java.util.Arrays;

/** Where in a text something is, in lines and columns, both from 1. Immutable. */
public final class TextLines {
    private final int[] codePoints;
    private final int[] begins; // of each line

    public TextLines(Text text) {
        codePoints = text.content().codePoints().toArray();
        int[] found = new int[codePoints.length + 1];
        int lines = 1;
        for (int i = 0; i < codePoints.length; i++) {
            if (codePoints[i] == '\n') {
                found[lines++] = i + 1;
            }
        }
        begins = Arrays.copyOf(found, lines);
    }

    /** The line of a character. @param place of the character in the text, in code points from 0 */
    public int line(long place) {
        int index = Arrays.binarySearch(begins, (int) place);
        return index >= 0 ? index + 1 : -index - 1;
    }

    /** How many characters it is into its line. */
    public int column(long place) {
        return (int) place - begins[line(place) - 1] + 1;
    }

    /** The characters {@code [from, to)}. */
    public String passage(long from, long to) {
        return new String(codePoints, (int) from, (int) (to - from));
    }
}
