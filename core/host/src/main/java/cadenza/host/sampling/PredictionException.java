package cadenza.host.sampling;

/** A model broke the contract in a way that only several of its answers together show; the message says how. */
public final class PredictionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PredictionException(String message) {
        super(message);
    }
}
