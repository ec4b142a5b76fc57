package cadenza.recurrent;

import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Document;
import java.util.Optional;

/**
 * Any codec, for a network whose only input is the last token.
 *
 * @param <D> the documents it writes and reads
 */
public class LastTokenCodec<D extends Document> implements SlotCodec<D> {
    private final Codec<D> codec;

    public LastTokenCodec(Codec<D> codec) {
        this.codec = codec;
    }

    @Override
    public final Vocabulary vocabulary() {
        return codec.vocabulary();
    }

    @Override
    public final int inputs() {
        return vocabulary().size();
    }

    @Override
    public final int slots() {
        return 1;
    }

    @Override
    public int[] encode(D document) throws UnsuitableDocumentException {
        return codec.encode(document);
    }

    @Override
    public final D decode(int[] tokens, String title) {
        return codec.decode(tokens, title);
    }

    @Override
    public final SlotState start() {
        return new LastToken(codec.start(), SlotState.NONE);
    }

    private static final class LastToken implements SlotState {
        private final CodecState state;
        private int last;

        LastToken(CodecState state, int last) {
            this.state = state;
            this.last = last;
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

        @Override
        public Optional<LastToken> copy() {
            return state.copy().map(copy -> new LastToken(copy, last));
        }
    }
}
