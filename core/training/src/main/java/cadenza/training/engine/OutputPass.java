package cadenza.training.engine;

import java.util.Arrays;

/**
 * The softmax output over one shard and its cross-entropy loss; where tokens share scores, {@link SharedScores} stands
 * between the outputs and the softmax. For one thread.
 */
final class OutputPass {
    private final int outputs;
    private final int hidden;
    private final int cells; // steps * lanes
    private final Matrix logits;
    private final float[][] rows;
    private final float[] max;
    private final float[] sum;
    private final SharedScores shared;

    OutputPass(int outputs, int hidden, int cells) {
        this.outputs = outputs;
        this.hidden = hidden;
        this.cells = cells;
        logits = Matrix.padded(outputs, cells);
        rows = new float[outputs][cells];
        max = new float[cells];
        sum = new float[cells];
        shared = new SharedScores(outputs, cells);
    }

    /**
     * Forward, then ∂L/∂outputs in place.
     *
     * @param activations {@code [hidden][…]} from the column on
     * @param window its targets and scores are read
     * @param scale what a token's loss counts in the gradient
     * @return the loss of all targets together, in nats
     */
    double run(Matrix weights, float[] bias, Matrix activations, int column, Window window, float scale) {
        Blas.multiply(
                outputs,
                cells,
                hidden,
                weights.at(0, 0),
                weights.stride(),
                activations.at(0, column),
                activations.stride(),
                0f,
                logits.at(0, 0),
                logits.stride());
        for (int v = 0; v < outputs; v++) {
            logits.get(v, 0, rows[v], 1, cells);
        }
        return window.scores() == null
                ? softmax(bias, window.targets(), scale)
                : shared.run(rows, bias, window.scores(), window.targets(), scale);
    }

    private double softmax(float[] bias, int[] targets, float scale) {
        Arrays.fill(max, Float.NEGATIVE_INFINITY);
        Arrays.fill(sum, 0f);
        for (int v = 0; v < outputs; v++) {
            Elementwise.max(rows[v], bias[v], max);
        }
        for (int v = 0; v < outputs; v++) {
            Elementwise.exponential(rows[v], bias[v], max, sum);
        }
        double loss = 0;
        for (int i = 0; i < cells; i++) {
            if (targets[i] < 0) {
                sum[i] = 0f;
            } else {
                float probability = rows[targets[i]][i] / sum[i];
                loss -= Math.log(Math.max(probability, Float.MIN_NORMAL));
                sum[i] = scale / sum[i];
            }
        }
        for (int v = 0; v < outputs; v++) {
            Elementwise.multiply(rows[v], sum);
        }
        for (int i = 0; i < cells; i++) {
            if (targets[i] >= 0) {
                rows[targets[i]][i] -= scale;
            }
        }
        return loss;
    }

    /** Back to the activations, and to the gradient of weights and bias; overwrites all three. */
    void backward(Matrix transposed, Matrix activations, int column, WeightViews gradient, Matrix below) {
        float[] biasGradient = new float[outputs];
        for (int v = 0; v < outputs; v++) {
            logits.put(v, 0, rows[v], 1, cells);
            biasGradient[v] = Elementwise.sum(rows[v]);
        }
        gradient.outputBias.put(0, 0, biasGradient, 1, outputs);
        Blas.multiplyTransposed(
                outputs,
                hidden,
                cells,
                logits.at(0, 0),
                logits.stride(),
                activations.at(0, column),
                activations.stride(),
                gradient.output.at(0, 0),
                gradient.output.stride());
        Blas.multiply(
                hidden,
                cells,
                outputs,
                transposed.at(0, 0),
                transposed.stride(),
                logits.at(0, 0),
                logits.stride(),
                0f,
                below.at(0, 0),
                below.stride());
    }

    void close() {
        logits.close();
    }
}
