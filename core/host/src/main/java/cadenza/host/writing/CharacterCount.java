package cadenza.host.writing;

/** Ends a text after so many characters. */
record CharacterCount(long most, long count) implements TextEnd {
    @Override
    public TextEnd accept(int codePoint) {
        return new CharacterCount(most, count + 1);
    }

    @Override
    public long end() {
        return count >= most ? most : OPEN;
    }

    @Override
    public int undecided() {
        return 0;
    }
}
