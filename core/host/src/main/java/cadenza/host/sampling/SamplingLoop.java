package cadenza.host.sampling;

import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.Model;
import cadenza.api.Predictor;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * One generation: predict, mask, choose, follow, until the limit is reached or the model ends by itself. For one
 * thread.
 */
public final class SamplingLoop {
    private final Predictor predictor;
    private final CodecState state;
    private final Sampler sampler;
    private final Limit limit;
    private final Consumer<Effect> stream;
    private final boolean[] allowed;
    private int[] tokens = new int[256];
    private int length;

    /**
     * @param model in no more than one thread at a time
     * @param stream hears the effect of each chosen token at once
     */
    public SamplingLoop(Model model, Sampler sampler, Limit limit, Consumer<Effect> stream) {
        this.predictor = model.start();
        this.state = model.codec().start();
        this.allowed = new boolean[model.codec().vocabulary().size()];
        this.sampler = sampler;
        this.limit = limit;
        this.stream = stream;
    }

    /**
     * Runs.
     *
     * @param prime tokens to begin with, which count towards no limit; may be empty
     * @return the prime and all chosen tokens, an end token included
     * @throws PredictionException if the model gives logits that are none
     */
    public int[] run(int[] prime) {
        float[] logits = checked(predictor.first());
        for (int token : prime) {
            state.accept(token);
            append(token);
            logits = checked(predictor.next(token));
        }
        while (!limit.reached()) {
            int token = choose(logits);
            Effect effect = state.effect(token);
            state.accept(token);
            append(token);
            limit.accept(effect);
            stream.accept(effect);
            if (effect instanceof Effect.End || limit.reached()) {
                break;
            }
            logits = checked(predictor.next(token));
        }
        return Arrays.copyOf(tokens, length);
    }

    private int choose(float[] logits) {
        state.allowed(allowed);
        limit.restrict(state, allowed);
        for (boolean one : allowed) {
            if (one) {
                return sampler.choose(logits, allowed);
            }
        }
        throw new PredictionException("its grammar allows no token at step " + length);
    }

    private void append(int token) {
        if (length == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * length);
        }
        tokens[length++] = token;
    }

    private float[] checked(float[] logits) {
        if (logits == null || logits.length != allowed.length) {
            throw new PredictionException("it gave " + (logits == null ? "no" : logits.length) + " logits for "
                    + allowed.length + " tokens at step " + length);
        }
        for (int token = 0; token < logits.length; token++) {
            if (!Float.isFinite(logits[token])) {
                throw new PredictionException(
                        "its logit of token " + token + " is " + logits[token] + " at step " + length);
            }
        }
        return logits;
    }
}
