package cadenza.host.writing;

/** Ends a text with the line feed of so many lines, empty ones included. */
record LineCount(int most, int lines, long count) implements TextEnd {
    @Override
    public TextEnd accept(int codePoint) {
        return new LineCount(most, lines + (codePoint == '\n' ? 1 : 0), count + 1);
    }

    @Override
    public long end() {
        return lines >= most ? count : OPEN;
    }

    @Override
    public int undecided() {
        return 0;
    }
}
