package cadenza.host.writing;

/** It is known after how many characters the text ends. */
record Ended(long end) implements TextEnd {
    @Override
    public TextEnd accept(int codePoint) {
        return this;
    }

    @Override
    public int undecided() {
        return 0;
    }
}
