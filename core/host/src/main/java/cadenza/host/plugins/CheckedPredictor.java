package cadenza.host.plugins;

import cadenza.api.Predictor;
import java.util.Optional;

/** A plugin's predictor whose every answer is checked. */
final class CheckedPredictor implements Predictor {
    private final Predictor predictor;
    private final int size;
    private final PluginCalls calls;
    private long step; // tokens followed

    /** @param size of the vocabulary */
    CheckedPredictor(Predictor predictor, int size, long step, PluginCalls calls) {
        this.predictor = predictor;
        this.size = size;
        this.step = step;
        this.calls = calls;
    }

    @Override
    public float[] first() {
        PluginThread thread = PluginThread.enter(PluginMethod.FIRST, step);
        float[] logits;
        try {
            logits = predictor.first();
        } catch (Throwable e) {
            throw calls.fault(PluginMethod.FIRST, step, e);
        } finally {
            PluginThread.leave(thread);
        }
        check(PluginMethod.FIRST, logits, size, step, calls);
        return logits;
    }

    @Override
    public float[] next(int token) {
        step++;
        PluginThread thread = PluginThread.enter(PluginMethod.NEXT, step);
        float[] logits;
        try {
            logits = predictor.next(token);
        } catch (Throwable e) {
            throw calls.fault(PluginMethod.NEXT, step, e);
        } finally {
            PluginThread.leave(thread);
        }
        check(PluginMethod.NEXT, logits, size, step, calls);
        return logits;
    }

    @Override
    public Optional<Predictor> copy() {
        PluginThread thread = PluginThread.enter(PluginMethod.PREDICTOR_COPY, step);
        Optional<Predictor> copy;
        try {
            copy = predictor.copy();
        } catch (Throwable e) {
            throw calls.fault(PluginMethod.PREDICTOR_COPY, step, e);
        } finally {
            PluginThread.leave(thread);
        }
        if (copy == null) {
            throw calls.breach(PluginMethod.PREDICTOR_COPY, step, "it gave nothing (null)");
        }
        return copy.map(one -> new CheckedPredictor(one, size, step, calls));
    }

    /** @throws PluginException unless there is a finite logit for each token */
    static void check(PluginMethod method, float[] logits, int size, long step, PluginCalls calls) {
        if (logits == null || logits.length != size) {
            throw calls.breach(
                    method,
                    step,
                    "it gave " + (logits == null ? "no" : logits.length) + " logits for " + size + " tokens");
        }
        for (int token = 0; token < logits.length; token++) {
            if (!Float.isFinite(logits[token])) {
                throw calls.breach(method, step, "its logit of token " + token + " is " + logits[token]);
            }
        }
    }
}
