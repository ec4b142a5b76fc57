package cadenza.host.writing;

/**
 * Ends a text with the last line feed of so many paragraphs. A paragraph is a run of lines that are not blank; a blank
 * line ends it, which is left out after the last one. A line is blank that has nothing but white space. A paragraph
 * counts that has something after the prime.
 *
 * @param most how many paragraphs
 * @param paragraphs how many have ended
 * @param count characters so far
 * @param begun whether the paragraph has something in it
 * @param blank how many characters the line has, if all are white space and a line feed is before it; else -1
 */
record ParagraphCount(int most, int paragraphs, long count, boolean begun, int blank) implements TextEnd {
    private static final int TEXT = -1;

    static ParagraphCount of(int most) {
        return new ParagraphCount(most, 0, 0, false, TEXT);
    }

    @Override
    public TextEnd accept(int codePoint) {
        boolean white = SentenceEnd.white(codePoint);
        if (codePoint == '\n') {
            boolean ends = begun && blank >= 0;
            if (ends && paragraphs + 1 == most) {
                return new Ended(count - blank);
            }
            return new ParagraphCount(most, paragraphs + (ends ? 1 : 0), count + 1, begun && !ends, 0);
        }
        return new ParagraphCount(most, paragraphs, count + 1, begun || !white, white && blank >= 0 ? blank + 1 : TEXT);
    }

    @Override
    public long end() {
        return OPEN;
    }

    @Override
    public int undecided() {
        return begun && paragraphs + 1 == most ? Math.max(0, blank) : 0;
    }
}
