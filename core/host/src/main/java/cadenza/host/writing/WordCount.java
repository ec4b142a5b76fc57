package cadenza.host.writing;

/**
 * Ends a text with the last character of so many words ({@link WordCharacters}), which is known when another character
 * follows. An apostrophe between two word characters does not end a word. A word that the prime begins does not count.
 *
 * @param most how many words
 * @param words how many have begun
 * @param count characters so far
 * @param last the last character that is no apostrophe within a word; {@link WordCharacters#NONE} where there is none
 * @param apostrophe whether an apostrophe follows it
 */
record WordCount(int most, int words, long count, int last, boolean apostrophe) implements TextEnd {
    /** @param before the last character of the prime, or {@link WordCharacters#NONE} */
    static WordCount of(int most, int before) {
        return new WordCount(most, 0, 0, before, false);
    }

    @Override
    public TextEnd accept(int codePoint) {
        if (WordCharacters.apostrophe(codePoint) && WordCharacters.wordCharacter(last) && !apostrophe) {
            return new WordCount(most, words, count + 1, last, true);
        }
        boolean begins = WordCharacters.wordCharacter(codePoint) && !WordCharacters.joined(last, codePoint);
        boolean ends = words == most && !WordCharacters.joined(last, codePoint);
        return ends
                ? new Ended(count - (apostrophe ? 1 : 0))
                : new WordCount(most, words + (begins ? 1 : 0), count + 1, codePoint, false);
    }

    @Override
    public long end() {
        return OPEN;
    }

    @Override
    public int undecided() {
        return words == most && apostrophe ? 1 : 0;
    }
}
