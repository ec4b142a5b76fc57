package cadenza.host.novelty;

/**
 * The hashed n-grams of a text, one after the other as its characters (code points) come. White space in a row counts as
 * one blank, whatever it is, so that other line breaks do not hide a copy. Takes the same memory for any text. For one
 * text and one thread.
 *
 * <p>A rolling hash (R. M. Karp and M. O. Rabin, "Efficient randomized pattern-matching algorithms", IBM Journal of
 * Research and Development 31, 1987), modulo 2⁶⁴ over characters that are stirred before ({@link Hash}), and stirred
 * once more at the end. Sequences for which a polynomial modulo 2⁶⁴ collides whatever its base are of 1024 characters
 * and more; n-grams are shorter.
 */
final class CharacterGrams {
    private static final long BASE = 0x9e3779b97f4a7c15L;
    static final int BLANK = ' ';

    private final long[] window; // the last n characters, stirred; a ring
    private final long leaving; // what a character counts for when it leaves: BASE^(n-1)
    private long characters;
    private boolean afterBlank;
    private long hash;

    /** @param length characters of an n-gram, at least 1 */
    CharacterGrams(int length) {
        window = new long[length];
        long power = 1;
        for (int i = 1; i < length; i++) {
            power *= BASE;
        }
        leaving = power;
    }

    /** What a character counts as: white space as a blank, any other as itself. */
    static int counted(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) ? BLANK : codePoint;
    }

    /** Goes on by a character. @return whether it counts: white space after white space does not */
    boolean add(int codePoint) {
        int counted = counted(codePoint);
        if (counted == BLANK && afterBlank) {
            return false;
        }
        afterBlank = counted == BLANK;
        int place = (int) (characters % window.length);
        long stirred = Hash.add(0, counted);
        hash = (hash - window[place] * leaving) * BASE + stirred;
        window[place] = stirred;
        characters++;
        return true;
    }

    /** How many characters have counted. */
    long characters() {
        return characters;
    }

    /** Whether there have been enough for an n-gram. */
    boolean full() {
        return characters >= window.length;
    }

    /** The hash of the n-gram that ends here. */
    long hash() {
        return Hash.add(0, hash);
    }
}
