package cadenza.testkit;

import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Text;
import java.util.Optional;

/** A codec that hands everything on, to be spoiled by a subclass. */
class SpoiledCodec implements Codec<Text> {
    private final Codec<Text> codec;

    @SuppressWarnings("unchecked") // of the toy, which makes texts
    SpoiledCodec(Codec<?> codec) {
        this.codec = (Codec<Text>) codec;
    }

    @Override
    public Vocabulary vocabulary() {
        return codec.vocabulary();
    }

    @Override
    public int[] encode(Text document) {
        try {
            return codec.encode(document);
        } catch (UnsuitableDocumentException e) {
            throw new IllegalStateException("any text is suitable", e);
        }
    }

    @Override
    public Text decode(int[] tokens, String title) {
        return codec.decode(tokens, title);
    }

    @Override
    public CodecState start() {
        return new State();
    }

    protected void restrict(boolean[] allowed, int last) {}

    protected Effect effect(int token) {
        return new Effect.Write(vocabulary().symbol(token));
    }

    protected Optional<CodecState> copied(CodecState state) {
        return Optional.empty();
    }

    private final class State implements CodecState {
        private final CodecState state = codec.start();
        private int last = -1;

        @Override
        public void allowed(boolean[] allowed) {
            state.allowed(allowed);
            restrict(allowed, last);
        }

        @Override
        public Effect effect(int token) {
            return SpoiledCodec.this.effect(token);
        }

        @Override
        public void accept(int token) {
            state.accept(token);
            last = token;
        }

        @Override
        public Optional<CodecState> copy() {
            return copied(this);
        }
    }
}
