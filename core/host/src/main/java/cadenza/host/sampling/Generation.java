package cadenza.host.sampling;

import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.Effect;

/** One generation: masks the logits it is given, chooses, follows, until its limit is reached or it ends by itself. */
public final class Generation {
    /** Hears what a generation chooses. */
    public interface Listener {
        /** A token was chosen, and has this effect. */
        void chosen(int token, Effect effect);
    }

    private final CodecState state;
    private final Sampler sampler;
    private final Limit limit;
    private final Listener listener;
    private final boolean[] allowed;
    private long step;
    private boolean ended;

    /** @param listener hears of each chosen token at once */
    public Generation(Codec<?> codec, Sampler sampler, Limit limit, Listener listener) {
        this.state = codec.start();
        this.allowed = new boolean[codec.vocabulary().size()];
        this.sampler = sampler;
        this.limit = limit;
        this.listener = listener;
    }

    /** Follows a token that was not chosen here and counts towards no limit. */
    void follow(int token) {
        state.accept(token);
        step++;
    }

    boolean finished() {
        return ended || limit.reached();
    }

    /**
     * The next token.
     *
     * @throws PredictionException if the logits are none, or the grammar leaves nothing to choose
     */
    int choose(float[] logits) {
        check(logits);
        state.allowed(allowed);
        limit.restrict(state, allowed);
        if (!anyAllowed()) {
            throw new PredictionException("its grammar allows no token at step " + step);
        }
        int token = sampler.choose(logits, allowed);
        Effect effect = state.effect(token);
        follow(token);
        limit.accept(effect);
        ended = effect instanceof Effect.End;
        listener.chosen(token, effect);
        return token;
    }

    private boolean anyAllowed() {
        for (boolean one : allowed) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    /** @throws PredictionException unless there is a finite logit for each token */
    void check(float[] logits) {
        if (logits == null || logits.length != allowed.length) {
            throw new PredictionException("it gave " + (logits == null ? "no" : logits.length) + " logits for "
                    + allowed.length + " tokens at step " + step);
        }
        for (int token = 0; token < logits.length; token++) {
            if (!Float.isFinite(logits[token])) {
                throw new PredictionException(
                        "its logit of token " + token + " is " + logits[token] + " at step " + step);
            }
        }
    }
}
