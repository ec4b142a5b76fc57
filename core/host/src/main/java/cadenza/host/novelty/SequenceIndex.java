package cadenza.host.novelty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the longest stretch that a sequence has in common with any of many others, exactly: symbols are compared, not
 * hashes. Immutable; safe for use by several threads.
 *
 * @param <S> a symbol, compared by {@code equals}
 */
public final class SequenceIndex<S> {
    private static final int UNKNOWN = -1;

    private final Map<S, Integer> numbers = new HashMap<>();
    private final int[] text;
    private final int[] sequenceOf;
    private final int[] begins;
    private final int[] suffixes;

    /**
     * A stretch that both have.
     *
     * @param from where it begins in the sequence that was looked up
     * @param length how many symbols
     * @param sequence which of the others
     * @param position where it begins in that
     */
    public record Match(int from, int length, int sequence, int position) {}

    /** Of these sequences, up to some hundred million symbols in all. */
    public SequenceIndex(List<List<S>> sequences) {
        int length = Math.toIntExact(sequences.stream().mapToLong(List::size).sum() + sequences.size());
        text = new int[length];
        sequenceOf = new int[length];
        begins = new int[sequences.size()];
        int next = 0;
        for (int i = 0; i < begins.length; i++) {
            begins[i] = next;
            for (S symbol : sequences.get(i)) {
                sequenceOf[next] = i;
                text[next++] = numbers.computeIfAbsent(symbol, ignored -> numbers.size());
            }
            sequenceOf[next++] = i;
        }
        // Each sequence ends in a symbol of its own, so that no stretch goes over an end.
        for (int i = 0; i < begins.length; i++) {
            int end = i + 1 < begins.length ? begins[i + 1] : length;
            text[end - 1] = numbers.size() + i;
        }
        suffixes = SuffixArray.of(text, numbers.size() + begins.length);
    }

    /** The longest, the first of several; of length 0 if they have no symbol in common. */
    public Match longest(List<S> sequence) {
        int[] query = sequence.stream()
                .mapToInt(symbol -> numbers.getOrDefault(symbol, UNKNOWN))
                .toArray();
        Match longest = new Match(0, 0, 0, 0);
        for (int from = 0; from + longest.length() < query.length; from++) {
            int place = place(query, from);
            for (int neighbour = Math.max(0, place - 1); neighbour <= place && neighbour < text.length; neighbour++) {
                int suffix = suffixes[neighbour];
                int length = common(query, from, suffix);
                if (length > longest.length()) {
                    int owner = sequenceOf[suffix];
                    longest = new Match(from, length, owner, suffix - begins[owner]);
                }
            }
        }
        return longest;
    }

    /** How many suffixes come before the query; its longest match is the one before or after that place. */
    private int place(int[] query, int from) {
        int low = 0;
        int high = suffixes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int suffix = suffixes[middle];
            int common = common(query, from, suffix);
            boolean queryEnds = from + common == query.length;
            if (!queryEnds && text[suffix + common] < query[from + common]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int common(int[] query, int from, int suffix) {
        int length = 0;
        while (from + length < query.length
                && suffix + length < text.length
                && query[from + length] == text[suffix + length]) {
            length++;
        }
        return length;
    }
}
