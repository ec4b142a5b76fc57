package cadenza.host.sampling;

import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.Effect;

/** Where a sequence of tokens stands, in the grammar and in the music. One sequence, one thread. */
public record Place(CodecState state, Playhead playhead) {
    /** Before the first token. */
    public static Place start(Codec<?> codec) {
        return new Place(codec.start(), new Playhead());
    }

    /** Moves on by a token. @return what it did */
    public Effect follow(int token) {
        Effect effect = state.effect(token);
        playhead.accept(effect);
        state.accept(token);
        return effect;
    }
}
