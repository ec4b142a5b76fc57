package cadenza.recurrent;

import cadenza.api.Effect;
import cadenza.api.Vocabulary;
import cadenza.api.document.Text;

/**
 * The letters of {@link FakeSlots}, each with a score of its own and one that it shares: with the letters that stand
 * where it does in the alphabet, even or odd. The same letter never comes twice in a row.
 */
record FakeScores(FakeSlots slotted) implements ScoringCodec<Text> {
    static FakeScores of(String... letters) {
        return new FakeScores(FakeSlots.of(letters));
    }

    @Override
    public Vocabulary vocabulary() {
        return slotted.vocabulary();
    }

    @Override
    public int inputs() {
        return slotted.inputs();
    }

    @Override
    public int slots() {
        return slotted.slots();
    }

    @Override
    public int scores() {
        return vocabulary().size() + 2;
    }

    @Override
    public int terms() {
        return 2;
    }

    @Override
    public int[] encode(Text text) {
        return slotted.encode(text);
    }

    @Override
    public Text decode(int[] tokens, String title) {
        return slotted.decode(tokens, title);
    }

    @Override
    public ScoringState start() {
        SlotState state = slotted.start();
        return new ScoringState() {
            private int last = NONE;

            @Override
            public void allowed(boolean[] allowed) {
                state.allowed(allowed);
                if (last > Vocabulary.UNKNOWN) {
                    allowed[last] = false;
                }
            }

            @Override
            public Effect effect(int token) {
                return state.effect(token);
            }

            @Override
            public void accept(int token) {
                state.accept(token);
                last = token;
            }

            @Override
            public void units(int[] units) {
                state.units(units);
            }

            @Override
            public void scores(int[] indices) {
                for (int token = 0; token < vocabulary().size(); token++) {
                    boolean possible = token == Vocabulary.UNKNOWN || token != last;
                    indices[2 * token] = possible ? token : NONE;
                    indices[2 * token + 1] =
                            possible && token > 0 ? vocabulary().size() + token % 2 : NONE;
                }
            }
        };
    }
}
