package cadenza.host;

import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.Vocabulary;
import cadenza.api.document.Text;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A codec of a few letters, and {@code .} which ends the text; anything may follow anything. */
public record FakeLetters(Vocabulary vocabulary) implements Codec<Text> {
    public static final String END = ".";

    /** @param symbols one code point each; token 1 is the first */
    public static FakeLetters of(String... symbols) {
        return new FakeLetters(Vocabulary.of(List.of(symbols)));
    }

    @Override
    public int[] encode(Text text) {
        return text.content()
                .codePoints()
                .map(character -> vocabulary.id(Character.toString(character)))
                .toArray();
    }

    @Override
    public Text decode(int[] tokens, String title) {
        return new Text(
                title,
                Arrays.stream(tokens)
                        .mapToObj(vocabulary::symbol)
                        .filter(symbol -> !symbol.equals(END))
                        .collect(Collectors.joining()));
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
                String symbol = vocabulary.symbol(token);
                return symbol.equals(END) ? new Effect.End() : new Effect.Write(symbol);
            }

            @Override
            public void accept(int token) {}
        };
    }
}
