package cadenza.api;

/**
 * Configuration, weights and vocabulary; immutable once made, safe for use by several threads. Everything one
 * generation changes lives in its {@link Predictor}.
 */
public interface Model extends AutoCloseable {
    /** The codec whose token ids the predictors take. */
    Codec<?> codec();

    /** A new generation, its state all zero vectors. */
    Predictor start();

    /** What a model file keeps; {@link Generator#open} of it gives a model with the same logits. */
    ModelContents contents();

    /** Frees what the model holds, if anything. Closing twice is no error. */
    @Override
    default void close() {}
}
