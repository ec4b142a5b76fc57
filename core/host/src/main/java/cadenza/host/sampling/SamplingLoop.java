package cadenza.host.sampling;

import cadenza.api.BatchPredictor;
import cadenza.api.Model;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Generations in lockstep: predict, choose, feed what was chosen, until all are finished. Those that are finished
 * rest. What one generation chooses does not depend on the others. For one thread.
 */
public final class SamplingLoop {
    private final Model model;
    private final List<Generation> generations;
    private final BooleanSupplier stopped;

    /** @param generations at least one, all fresh */
    public SamplingLoop(Model model, List<Generation> generations) {
        this(model, generations, () -> false);
    }

    /** @param stopped asked before each step: whether to leave the generations as they are */
    SamplingLoop(Model model, List<Generation> generations, BooleanSupplier stopped) {
        this.model = model;
        this.generations = List.copyOf(generations);
        this.stopped = stopped;
    }

    /**
     * Runs.
     *
     * @param prime tokens that all begin with; may be empty
     * @throws PredictionException if the model's grammar leaves nothing to choose, or its tokens come to nothing
     */
    public void run(int[] prime) {
        BatchPredictor predictor = model.start(generations.size());
        int[] tokens = new int[generations.size()];
        float[][] logits = predictor.first();
        for (int token : prime) {
            Arrays.fill(tokens, token);
            for (int lane = 0; lane < tokens.length; lane++) {
                generations.get(lane).follow(token);
            }
            logits = predictor.next(tokens);
        }
        while (!stopped.getAsBoolean() && choose(logits, tokens)) {
            logits = predictor.next(tokens);
        }
    }

    /** Lets each generation choose that goes on. @return whether any goes on after it */
    private boolean choose(float[][] logits, int[] tokens) {
        boolean any = false;
        for (int lane = 0; lane < tokens.length; lane++) {
            Generation generation = generations.get(lane);
            tokens[lane] = BatchPredictor.RESTING;
            if (!generation.finished()) {
                int token = generation.choose(logits[lane]);
                if (!generation.finished()) {
                    tokens[lane] = token;
                    any = true;
                }
            }
        }
        return any;
    }
}
