package example;

import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.Vocabulary;
import cadenza.api.document.Text;
import java.util.Arrays;
import java.util.stream.Collectors;

/** One token a character; any may follow any. */
record Characters(Vocabulary vocabulary) implements Codec<Text> {
    int[] encode(String text) {
        return text.codePoints()
                .map(character -> vocabulary.id(Character.toString(character)))
                .toArray();
    }

    @Override
    public int[] encode(Text text) {
        return encode(text.content());
    }

    @Override
    public Text decode(int[] tokens, String title) {
        return new Text(title, Arrays.stream(tokens).mapToObj(this::written).collect(Collectors.joining()));
    }

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
                return new Effect.Write(written(token));
            }

            @Override
            public void accept(int token) {}
        };
    }
}
