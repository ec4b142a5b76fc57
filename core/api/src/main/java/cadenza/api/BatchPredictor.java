package cadenza.api;

import java.util.Arrays;

/**
 * Several running generations that step together, each in a lane of its own, so that a model can compute them over one
 * pass of its weights. What a lane predicts is bit for bit what a {@link Predictor} alone would predict. For one thread.
 */
public interface BatchPredictor {
    /** In place of a token: the lane rests, its state stays, and its logits say nothing. */
    int RESTING = -1;

    /**
     * Logits of each lane's first token, after the empty input (the zero vector). Called once, before {@link #next}.
     *
     * @return as {@link Predictor#first}, {@code [lanes][V]}; the arrays belong to the predictor, which reuses them at
     *     the next call
     */
    float[][] first();

    /**
     * Feeds a token to each lane and returns the logits of those that follow, as {@link #first()} does.
     *
     * @param tokens ids of {@code [0, V)}, or {@link #RESTING}; {@code [lanes]}
     */
    float[][] next(int[] tokens);

    /** Predictors side by side: right for any model, faster for none. */
    static BatchPredictor of(Predictor[] predictors) {
        float[][] logits = new float[predictors.length][];
        return new BatchPredictor() {
            @Override
            public float[][] first() {
                Arrays.setAll(logits, lane -> predictors[lane].first());
                return logits;
            }

            @Override
            public float[][] next(int[] tokens) {
                for (int lane = 0; lane < tokens.length; lane++) {
                    if (tokens[lane] != RESTING) {
                        logits[lane] = predictors[lane].next(tokens[lane]);
                    }
                }
                return logits;
            }
        };
    }
}
