package cadenza.cli;

import org.jline.utils.WCWidth;

/** How many columns of a terminal text takes: an ideograph or an emoji two, a combining mark none. */
final class TerminalColumns {
    private TerminalColumns() {}

    static int of(String text) {
        return text.codePoints().map(TerminalColumns::of).sum();
    }

    private static int of(int codePoint) {
        return Math.max(0, WCWidth.wcwidth(codePoint)); // control characters have a width of -1
    }

    /** Where the longest beginning of a text ends that takes no more than some columns; the whole text's end if it fits. */
    static int fitting(String text, int columns) {
        int left = columns;
        int end = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            left -= of(codePoint);
            if (left < 0) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    /** Where the longest end of a text begins that takes no more than some columns; 0 if all of it fits. */
    static int fittingFromEnd(String text, int columns) {
        int left = columns;
        int begin = text.length();
        while (begin > 0) {
            int codePoint = text.codePointBefore(begin);
            left -= of(codePoint);
            if (left < 0) {
                break;
            }
            begin -= Character.charCount(codePoint);
        }
        return begin;
    }
}
