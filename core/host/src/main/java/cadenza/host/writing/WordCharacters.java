package cadenza.host.writing;

/**
 * What a word is, told from code points alone, so that it is the same for ever: word characters are letters, digits and
 * combining marks by their Unicode general category; a word is a longest run of them; each ideograph is a word of its
 * own. The rules of word segmentation that a Java brings along ({@link java.text.BreakIterator}) differ from one Java to
 * the next; categories differ only in characters newer than Unicode 13, which Java 17 knows.
 */
public final class WordCharacters {
    /** In place of a code point: none, the text begins or ends. */
    public static final int NONE = -1;

    private WordCharacters() {}

    /** Whether two code points that follow one another belong to the same word. Either may be {@link #NONE}. */
    public static boolean joined(int before, int after) {
        return wordCharacter(before)
                && wordCharacter(after)
                && (mark(after) || !Character.isIdeographic(before) && !Character.isIdeographic(after));
    }

    /** Whether it is of a word. @param codePoint may be {@link #NONE} */
    public static boolean wordCharacter(int codePoint) {
        return codePoint != NONE && (Character.isLetterOrDigit(codePoint) || mark(codePoint));
    }

    /** Straight or curly: within a word it does not end it, as in "don't". */
    public static boolean apostrophe(int codePoint) {
        return codePoint == '\'' || codePoint == '\u2019';
    }

    private static boolean mark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
