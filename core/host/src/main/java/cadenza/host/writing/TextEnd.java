package cadenza.host.writing;

/**
 * How far a text has come towards one of its ends. Immutable, so that a text can go back: each character leads on to
 * another one of these. Positions are numbers of characters (code points) after the prime.
 */
interface TextEnd {
    /** It is not known yet where the text ends. */
    long OPEN = Long.MAX_VALUE;

    /** How far it has come with one more character. Not asked any more once the end is known. */
    TextEnd accept(int codePoint);

    /** After how many characters the text ends, at most as many as were accepted; {@link #OPEN} until that is known. */
    long end();

    /** How many of the last characters may yet be left out by an end before them. */
    int undecided();
}
