package cadenza.api;

import java.util.Optional;

/**
 * Configuration, weights and vocabulary; immutable once made, safe for use by several threads. Everything one
 * generation changes lives in its {@link Predictor}.
 */
public interface Model extends AutoCloseable {
    /** The codec whose token ids the predictors take. */
    Codec<?> codec();

    /**
     * Whether this model predicts from left to right, so that {@link #start()} may be called. One that reads the whole
     * sequence both ways cannot; it then has {@link #masked()}.
     */
    default boolean improvises() {
        return true;
    }

    /**
     * A new generation, its state all zero vectors.
     *
     * @throws UnsupportedOperationException if the model does not {@linkplain #improvises() improvise}
     */
    Predictor start();

    /**
     * New generations that step together, their states all zero vectors. Worth overriding where a model can compute
     * several for less than several times the work.
     *
     * @param lanes number of generations, 1 or more
     * @throws UnsupportedOperationException if the model does not {@linkplain #improvises() improvise}
     */
    default BatchPredictor start(int lanes) {
        Predictor[] predictors = new Predictor[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            predictors[lane] = start();
        }
        return BatchPredictor.of(predictors);
    }

    /**
     * Predicts masked tokens from those before and behind them, where this model can: what rewrites a bar, harmonises a
     * melody or fills a gap. A new one each time, for one thread; those of one model do not disturb each other.
     *
     * @return empty if the model cannot
     */
    default Optional<MaskedPredictor> masked() {
        return Optional.empty();
    }

    /** What a model file keeps; {@link Generator#open} of it gives a model with the same logits. */
    ModelContents contents();

    /** Frees what the model holds, if anything. Closing twice is no error. */
    @Override
    default void close() {}
}
