package cadenza.host.sampling;

/** A model broke the contract while predicting; the message says how and at which step. */
public final class PredictionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PredictionException(String message) {
        super(message);
    }

    /**
     * Checks that there is a finite logit for each token.
     *
     * @param step named in the message
     * @throws PredictionException if not
     */
    public static void check(float[] logits, int size, int step) {
        if (logits == null || logits.length != size) {
            throw new PredictionException("it gave " + (logits == null ? "no" : logits.length) + " logits for " + size
                    + " tokens at step " + step);
        }
        for (int token = 0; token < logits.length; token++) {
            if (!Float.isFinite(logits[token])) {
                throw new PredictionException(
                        "its logit of token " + token + " is " + logits[token] + " at step " + step);
            }
        }
    }
}
