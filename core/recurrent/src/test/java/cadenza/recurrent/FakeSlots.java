package cadenza.recurrent;

import cadenza.api.Effect;
import cadenza.api.Vocabulary;
import cadenza.api.document.Text;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A codec of single letters with two slots: the last token, and whether the number of tokens is odd or even. */
record FakeSlots(Vocabulary vocabulary) implements SlotCodec<Text> {
    static FakeSlots of(String... letters) {
        return new FakeSlots(Vocabulary.of(List.of(letters)));
    }

    @Override
    public int inputs() {
        return vocabulary.size() + 2;
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public int[] encode(Text text) {
        return text.content()
                .chars()
                .map(c -> vocabulary.id(String.valueOf((char) c)))
                .toArray();
    }

    @Override
    public Text decode(int[] tokens, String title) {
        return new Text(
                title, Arrays.stream(tokens).mapToObj(vocabulary::symbol).collect(Collectors.joining()));
    }

    @Override
    public SlotState start() {
        return new SlotState() {
            private int last = NONE;
            private int count;

            @Override
            public void allowed(boolean[] allowed) {
                Arrays.fill(allowed, true);
                allowed[Vocabulary.UNKNOWN] = false;
            }

            @Override
            public Effect effect(int token) {
                return new Effect.Write(vocabulary.symbol(token));
            }

            @Override
            public void accept(int token) {
                last = token;
                count++;
            }

            @Override
            public void units(int[] units) {
                units[0] = last;
                units[1] = vocabulary.size() + count % 2;
            }
        };
    }
}
