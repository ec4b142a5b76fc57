package cadenza.text;

import cadenza.api.CodePointCodec;
import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.Settings;
import cadenza.api.Vocabulary;
import cadenza.api.document.Text;
import cadenza.recurrent.SlotCodec;
import cadenza.recurrent.SlotState;
import cadenza.training.TokenSequence;
import java.util.Map;

/** {@link CodePointCodec} for a recurrent network, whose only input is the last token. */
final class CharacterCodec implements SlotCodec<Text> {
    private final CodePointCodec codePoints;

    private CharacterCodec(CodePointCodec codePoints) {
        this.codePoints = codePoints;
    }

    /** The codec of a vocabulary out of a model file; there are no further settings. */
    static CharacterCodec open(Vocabulary vocabulary, Settings settings) {
        return new CharacterCodec(new CodePointCodec(vocabulary));
    }

    /** The codec of all code points that occur at least so often. */
    static CharacterCodec of(Map<Integer, Long> counts, long fewest) {
        return new CharacterCodec(CodePointCodec.of(counts, fewest));
    }

    @Override
    public Vocabulary vocabulary() {
        return codePoints.vocabulary();
    }

    @Override
    public int inputs() {
        return vocabulary().size();
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public int[] encode(Text text) {
        return codePoints.encode(text);
    }

    /** The tokens of {@link #encode}, kept for training. */
    TokenSequence tokens(Text text) {
        int length = text.content().codePointCount(0, text.content().length());
        return TokenSequence.of(codePoints.tokens(text), length, vocabulary().size());
    }

    @Override
    public Text decode(int[] tokens, String title) {
        return codePoints.decode(tokens, title);
    }

    @Override
    public SlotState start() {
        return new LastToken(codePoints.start());
    }

    private static final class LastToken implements SlotState {
        private final CodecState state;
        private int last = NONE;

        LastToken(CodecState state) {
            this.state = state;
        }

        @Override
        public void allowed(boolean[] allowed) {
            state.allowed(allowed);
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
            units[0] = last;
        }
    }
}
