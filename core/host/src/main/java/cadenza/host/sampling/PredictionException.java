package cadenza.host.sampling;

/** A model broke the contract while predicting; the message says how and at which step. */
public final class PredictionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PredictionException(String message) {
        super(message);
    }
}
