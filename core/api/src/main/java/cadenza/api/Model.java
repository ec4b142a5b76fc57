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

    /**
     * New generations that step together, their states all zero vectors. Worth overriding where a model can compute
     * several for less than several times the work.
     *
     * @param lanes number of generations, 1 or more
     */
    default BatchPredictor start(int lanes) {
        Predictor[] predictors = new Predictor[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            predictors[lane] = start();
        }
        return BatchPredictor.of(predictors);
    }

    /** What a model file keeps; {@link Generator#open} of it gives a model with the same logits. */
    ModelContents contents();

    /** Frees what the model holds, if anything. Closing twice is no error. */
    @Override
    default void close() {}
}
