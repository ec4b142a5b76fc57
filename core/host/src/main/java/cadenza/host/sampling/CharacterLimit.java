package cadenza.host.sampling;

import cadenza.api.CodecState;
import cadenza.api.Effect;

/** So many characters (Unicode code points), or fewer where the model ends by itself. */
public final class CharacterLimit implements Limit {
    private long left;

    /** @param characters 0 or more */
    public CharacterLimit(long characters) {
        this.left = characters;
    }

    @Override
    public void restrict(CodecState state, boolean[] allowed) {
        for (int token = 0; token < allowed.length; token++) {
            if (allowed[token] && state.effect(token) instanceof Effect.Write write && length(write) > left) {
                allowed[token] = false;
            }
        }
    }

    @Override
    public void accept(Effect effect) {
        if (effect instanceof Effect.Write write) {
            left -= length(write);
        }
    }

    private static int length(Effect.Write write) {
        return write.characters().codePointCount(0, write.characters().length());
    }

    @Override
    public boolean reached() {
        return left <= 0;
    }
}
