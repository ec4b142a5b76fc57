package cadenza.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Token to id and back. Ids are {@code 0 .. size - 1}; id {@link #UNKNOWN} is the unknown token, to which every symbol
 * that is not in the vocabulary maps. Immutable.
 */
public final class Vocabulary {
    /** The id of the unknown token, UNK. */
    public static final int UNKNOWN = 0;

    /** How the unknown token is written in a model file. */
    public static final String UNKNOWN_SYMBOL = "<UNK>";

    private final List<String> symbols;
    private final Map<String, Integer> ids;

    private Vocabulary(List<String> symbols) {
        this.symbols = symbols;
        this.ids = new HashMap<>(symbols.size() * 2);
        for (int id = 0; id < symbols.size(); id++) {
            if (ids.put(symbols.get(id), id) != null) {
                throw new IllegalArgumentException("symbol '" + symbols.get(id) + "' occurs twice in the vocabulary");
            }
        }
    }

    /** A vocabulary of the unknown token and, from id 1 on, these symbols. */
    public static Vocabulary of(List<String> known) {
        List<String> all = new ArrayList<>(known.size() + 1);
        all.add(UNKNOWN_SYMBOL);
        all.addAll(known);
        return new Vocabulary(List.copyOf(all));
    }

    /** Number of tokens, the unknown one included. */
    public int size() {
        return symbols.size();
    }

    /** The id of a symbol, {@link #UNKNOWN} if it is not here. */
    public int id(String symbol) {
        return ids.getOrDefault(symbol, UNKNOWN);
    }

    /** The symbol of an id of {@code [0, size)}. */
    public String symbol(int id) {
        return symbols.get(id);
    }

    /** All symbols in the order of their ids, the unknown token first. */
    public List<String> symbols() {
        return symbols;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vocabulary vocabulary && vocabulary.symbols.equals(symbols);
    }

    @Override
    public int hashCode() {
        return symbols.hashCode();
    }

    @Override
    public String toString() {
        return "vocabulary of " + size();
    }
}
