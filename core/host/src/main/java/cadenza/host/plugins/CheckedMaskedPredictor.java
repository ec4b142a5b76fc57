package cadenza.host.plugins;

import cadenza.api.MaskedPredictor;

/** A plugin's predictor of masked tokens whose every answer is checked. */
final class CheckedMaskedPredictor implements MaskedPredictor {
    private final MaskedPredictor predictor;
    private final int size;
    private final PluginCalls calls;
    private long step; // calls before this one

    /** @param size of the vocabulary */
    CheckedMaskedPredictor(MaskedPredictor predictor, int size, PluginCalls calls) {
        this.predictor = predictor;
        this.size = size;
        this.calls = calls;
    }

    @Override
    public float[][] logits(int[] tokens, int[] masked) {
        PluginThread thread = PluginThread.enter(PluginMethod.MASKED_LOGITS, step, masked.length);
        float[][] logits;
        try {
            logits = predictor.logits(tokens, masked);
        } catch (Throwable e) {
            throw calls.fault(PluginMethod.MASKED_LOGITS, step, e);
        } finally {
            PluginThread.leave(thread);
        }
        if (logits == null || logits.length != masked.length) {
            throw calls.breach(
                    PluginMethod.MASKED_LOGITS,
                    step,
                    "it gave " + (logits == null ? "no" : logits.length) + " predictions of " + masked.length);
        }
        for (float[] place : logits) {
            CheckedPredictor.check(PluginMethod.MASKED_LOGITS, place, size, step, calls);
        }
        step++;
        return logits;
    }
}
