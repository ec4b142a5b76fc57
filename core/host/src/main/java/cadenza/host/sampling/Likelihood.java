package cadenza.host.sampling;

import cadenza.api.Model;
import cadenza.api.Predictor;

/**
 * How well a model predicts given tokens: the sum of −ln p(token), p the softmax of the logits as the predictor gives
 * them, without temperature or any constraint of the host. Where a coding tells the network its grammar (see
 * {@code ScoringCodec}), what it forbids has no probability.
 */
public final class Likelihood {
    private Likelihood() {}

    /**
     * The negative log-likelihood of a document from empty input on, in nats.
     */
    public static double negativeLog(Model model, int[] tokens) {
        return negativeLog(model, tokens, (step, nats) -> {});
    }

    /** Hears how well each token was predicted. */
    public interface TokenListener {
        /** @param nats −ln p of the token at this step */
        void predicted(int step, double nats);
    }

    /**
     * The negative log-likelihood of a document from empty input on, in nats.
     *
     * @param listener hears of each token
     */
    public static double negativeLog(Model model, int[] tokens, TokenListener listener) {
        Predictor predictor = model.start();
        double sum = 0;
        for (int i = 0; i < tokens.length; i++) {
            float[] logits = i == 0 ? predictor.first() : predictor.next(tokens[i - 1]);
            double nats = negativeLog(logits, tokens[i]);
            listener.predicted(i, nats);
            sum += nats;
        }
        return sum;
    }

    /**
     * The negative log-likelihood of one token, in nats.
     *
     * @param logits of all tokens, {@code [V]}, finite
     */
    public static double negativeLog(float[] logits, int token) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        double total = 0;
        for (float logit : logits) {
            total += StrictMath.exp(logit - max);
        }
        return StrictMath.log(total) - (logits[token] - max);
    }
}
