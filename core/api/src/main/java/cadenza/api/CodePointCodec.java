package cadenza.api;

import cadenza.api.document.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The plainest codec of text: one token for each Unicode code point, rare ones unknown. Any known token may follow any
 * other; there is no end token. Immutable and safe for use by several threads.
 */
public final class CodePointCodec implements Codec<Text> {
    /** Code points below it, the basic plane, are counted in a table. */
    private static final int BASIC = Character.MIN_SUPPLEMENTARY_CODE_POINT;

    private final Vocabulary vocabulary;
    private final int[] idByCodePoint; // as long as the highest known code point asks
    private final Effect[] effects; // by token: a limit asks for all of them at each step

    /** @throws UserException if a symbol of the vocabulary is not one code point, or there is none but the unknown one */
    public CodePointCodec(Vocabulary vocabulary) {
        if (vocabulary.size() < 2) {
            throw new UserException("the vocabulary has no characters");
        }
        this.vocabulary = vocabulary;
        int highest = 0;
        for (int id = 1; id < vocabulary.size(); id++) {
            highest = Math.max(highest, codePoint(vocabulary.symbol(id)));
        }
        idByCodePoint = new int[highest + 1];
        for (int id = 1; id < vocabulary.size(); id++) {
            idByCodePoint[codePoint(vocabulary.symbol(id))] = id;
        }
        effects = new Effect[vocabulary.size()];
        for (int id = 0; id < effects.length; id++) {
            effects[id] = new Effect.Write(written(id));
        }
    }

    private static int codePoint(String symbol) {
        if (symbol.isEmpty() || symbol.codePointCount(0, symbol.length()) != 1) {
            throw new UserException("the vocabulary has '" + symbol + "', which is not one character");
        }
        return symbol.codePointAt(0);
    }

    /** How often each code point occurs in texts. */
    public static Map<Integer, Long> counts(List<Text> texts) {
        long[] basic = new long[BASIC];
        Map<Integer, Long> counts = new HashMap<>();
        for (Text text : texts) {
            count(text.content(), basic, counts);
        }
        for (int codePoint = 0; codePoint < BASIC; codePoint++) {
            if (basic[codePoint] > 0) {
                counts.put(codePoint, basic[codePoint]);
            }
        }
        return counts;
    }

    private static void count(String content, long[] basic, Map<Integer, Long> others) {
        int at = 0;
        while (at < content.length()) {
            char unit = content.charAt(at);
            if (Character.isHighSurrogate(unit)) {
                int codePoint = content.codePointAt(at);
                others.merge(codePoint, 1L, Long::sum);
                at += Character.charCount(codePoint);
            } else {
                basic[unit]++;
                at++;
            }
        }
    }

    /**
     * The codec of all code points that occur at least so often, in the order of their numbers.
     *
     * @throws UserException if none does
     */
    public static CodePointCodec of(Map<Integer, Long> counts, long fewest) {
        List<String> symbols = symbols(counts, fewest);
        if (symbols.isEmpty()) {
            throw new UserException("no character of the corpus occurs at least " + fewest + " times; give more text");
        }
        return new CodePointCodec(Vocabulary.of(symbols));
    }

    /**
     * The codec of a vocabulary and, behind what it has, of all other code points that occur at least so often, in the
     * order of their numbers.
     *
     * @throws UserException as the constructor does, or if nothing was counted
     */
    public static CodePointCodec grown(Vocabulary known, Map<Integer, Long> counts, long fewest) {
        List<String> symbols =
                new ArrayList<>(known.symbols().subList(1, known.symbols().size()));
        symbols(counts, fewest).stream()
                .filter(symbol -> known.id(symbol) == Vocabulary.UNKNOWN)
                .forEach(symbols::add);
        return new CodePointCodec(Vocabulary.of(symbols));
    }

    private static List<String> symbols(Map<Integer, Long> counts, long fewest) {
        if (counts.isEmpty()) {
            throw new UserException("there are no characters to train on; give more text");
        }
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .filter(count -> count.getValue() >= fewest)
                        .map(count -> Character.toString(count.getKey()))
                        .toList();
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public int[] encode(Text text) {
        String content = text.content();
        int[] tokens = new int[content.codePointCount(0, content.length())];
        int at = 0;
        for (int i = 0; i < tokens.length; i++) {
            int codePoint = content.codePointAt(at);
            tokens[i] = id(codePoint);
            at += Character.charCount(codePoint);
        }
        return tokens;
    }

    /** The ids that {@link #encode} gives, one after the other, for a keeper that needs less than four bytes for each. */
    public IntStream tokens(Text text) {
        return text.content().codePoints().map(this::id);
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
    public CodecState start() {
        return new CodecState() {
            @Override
            public void allowed(boolean[] allowed) {
                Arrays.fill(allowed, true);
                allowed[Vocabulary.UNKNOWN] = false;
            }

            @Override
            public Effect effect(int token) {
                return effects[token];
            }

            @Override
            public void accept(int token) {
                // Any token may follow any other: nothing to keep.
            }

            @Override
            public Optional<CodecState> copy() {
                return Optional.of(this); // it never changes
            }
        };
    }
}
