package cadenza.host.plugins;

import cadenza.api.BatchPredictor;

/** A plugin's predictor of several lanes whose every answer is checked. */
final class CheckedBatchPredictor implements BatchPredictor {
    private final BatchPredictor predictor;
    private final int lanes;
    private final int size;
    private final PluginCalls calls;
    private final PluginMethod firstMethod;
    private final PluginMethod nextMethod;
    private long step; // tokens followed

    /** @param size of the vocabulary */
    CheckedBatchPredictor(BatchPredictor predictor, int lanes, int size, PluginCalls calls) {
        this.predictor = predictor;
        this.lanes = lanes;
        this.size = size;
        this.calls = calls;
        // The api's own lanes side by side are no method that the plugin's author knows.
        boolean single = predictor.getClass().getEnclosingClass() == BatchPredictor.class;
        firstMethod = single ? PluginMethod.FIRST : PluginMethod.BATCH_FIRST;
        nextMethod = single ? PluginMethod.NEXT : PluginMethod.BATCH_NEXT;
    }

    @Override
    public float[][] first() {
        PluginThread thread = PluginThread.enter(firstMethod, step, lanes);
        float[][] logits;
        try {
            logits = predictor.first();
        } catch (Throwable e) {
            throw calls.fault(firstMethod, step, e);
        } finally {
            PluginThread.leave(thread);
        }
        checkLanes(firstMethod, logits);
        for (float[] lane : logits) {
            CheckedPredictor.check(firstMethod, lane, size, step, calls);
        }
        return logits;
    }

    @Override
    public float[][] next(int[] tokens) {
        step++;
        PluginThread thread = PluginThread.enter(nextMethod, step, lanes);
        float[][] logits;
        try {
            logits = predictor.next(tokens);
        } catch (Throwable e) {
            throw calls.fault(nextMethod, step, e);
        } finally {
            PluginThread.leave(thread);
        }
        checkLanes(nextMethod, logits);
        for (int lane = 0; lane < lanes; lane++) {
            if (tokens[lane] != RESTING) {
                CheckedPredictor.check(nextMethod, logits[lane], size, step, calls);
            }
        }
        return logits;
    }

    private void checkLanes(PluginMethod method, float[][] logits) {
        if (logits == null || logits.length != lanes) {
            throw calls.breach(
                    method, step, "it gave " + (logits == null ? "no" : logits.length) + " lanes of " + lanes);
        }
    }
}
