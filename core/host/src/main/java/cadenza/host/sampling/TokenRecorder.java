package cadenza.host.sampling;

import cadenza.api.Effect;
import java.util.Arrays;

/** Keeps the tokens that a generation chooses. */
public final class TokenRecorder implements Generation.Listener {
    private int[] tokens = new int[256];
    private int length;
    private boolean sounded;

    @Override
    public void chosen(int token, Effect effect) {
        if (length == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * length);
        }
        tokens[length++] = token;
        sounded |= effect instanceof Effect.Sound;
    }

    /** Whether a chosen token has begun a note. */
    public boolean sounded() {
        return sounded;
    }

    /** All tokens so far, an end token included; a copy. */
    public int[] tokens() {
        return Arrays.copyOf(tokens, length);
    }
}
