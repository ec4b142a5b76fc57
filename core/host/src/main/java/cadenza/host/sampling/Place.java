package cadenza.host.sampling;

import cadenza.api.CodecState;
import cadenza.api.Effect;

/** Where a generation stands, in the grammar and in the music. */
record Place(CodecState state, Playhead playhead) {
    /** Moves on by a token. @return what it did */
    Effect follow(int token) {
        Effect effect = state.effect(token);
        playhead.accept(effect);
        state.accept(token);
        return effect;
    }
}
