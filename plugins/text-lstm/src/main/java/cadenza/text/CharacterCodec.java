package cadenza.text;

import cadenza.api.Effect;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Text;
import cadenza.recurrent.SlotCodec;
import cadenza.recurrent.SlotState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One token for each Unicode code point; rare ones are the unknown token. The network's only input is the last token.
 * Any known token may follow any other; there is no end token.
 */
final class CharacterCodec implements SlotCodec<Text> {
    private final Vocabulary vocabulary;
    private final int[] idByCodePoint; // as long as the highest known code point asks

    private CharacterCodec(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        int highest = 0;
        for (int id = 1; id < vocabulary.size(); id++) {
            highest = Math.max(highest, codePoint(vocabulary.symbol(id)));
        }
        idByCodePoint = new int[highest + 1];
        for (int id = 1; id < vocabulary.size(); id++) {
            idByCodePoint[codePoint(vocabulary.symbol(id))] = id;
        }
    }

    private static int codePoint(String symbol) {
        if (symbol.isEmpty() || symbol.codePointCount(0, symbol.length()) != 1) {
            throw new UserException("the vocabulary has '" + symbol + "', which is not one character");
        }
        return symbol.codePointAt(0);
    }

    /** The codec of a vocabulary out of a model file; there are no further settings. */
    static CharacterCodec open(Vocabulary vocabulary, Settings settings) {
        if (vocabulary.size() < 2) {
            throw new UserException("the vocabulary has no characters");
        }
        return new CharacterCodec(vocabulary);
    }

    /** The codec of all code points that occur at least so often, in the order of their numbers. */
    static CharacterCodec of(Map<Integer, Long> counts, long fewest) {
        List<String> symbols = new TreeMap<>(counts)
                .entrySet().stream()
                        .filter(count -> count.getValue() >= fewest)
                        .map(count -> Character.toString(count.getKey()))
                        .toList();
        return new CharacterCodec(Vocabulary.of(symbols));
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public int inputs() {
        return vocabulary.size();
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public int[] encode(Text text) {
        return text.content().codePoints().map(this::id).toArray();
    }

    private int id(int codePoint) {
        return codePoint < idByCodePoint.length ? idByCodePoint[codePoint] : Vocabulary.UNKNOWN;
    }

    @Override
    public Text decode(int[] tokens, String title) {
        StringBuilder content = new StringBuilder(tokens.length);
        for (int token : tokens) {
            content.append(written(token));
        }
        return new Text(title, content.toString());
    }

    /** The unknown token stands for a character that is lost: U+FFFD, Unicode's own sign for that. */
    private String written(int token) {
        return token == Vocabulary.UNKNOWN ? "\uFFFD" : vocabulary.symbol(token);
    }

    @Override
    public SlotState start() {
        return new State();
    }

    private final class State implements SlotState {
        private int last = NONE;

        @Override
        public void allowed(boolean[] allowed) {
            Arrays.fill(allowed, true);
            allowed[Vocabulary.UNKNOWN] = false;
        }

        @Override
        public Effect effect(int token) {
            return new Effect.Write(written(token));
        }

        @Override
        public void accept(int token) {
            last = token;
        }

        @Override
        public void units(int[] units) {
            units[0] = last;
        }
    }
}
