package cadenza.host.writing;

import java.util.List;

/** Ends a text at the first of several ends. */
record EarliestEnd(List<TextEnd> ends) implements TextEnd {
    /** @param ends at least one */
    static TextEnd of(List<TextEnd> ends) {
        return ends.size() == 1 ? ends.get(0) : new EarliestEnd(List.copyOf(ends));
    }

    @Override
    public TextEnd accept(int codePoint) {
        return new EarliestEnd(ends.stream().map(end -> end.accept(codePoint)).toList());
    }

    @Override
    public long end() {
        return ends.stream().mapToLong(TextEnd::end).min().orElseThrow();
    }

    @Override
    public int undecided() {
        return ends.stream().mapToInt(TextEnd::undecided).max().orElseThrow();
    }
}
