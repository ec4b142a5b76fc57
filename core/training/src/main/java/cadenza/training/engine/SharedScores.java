package cadenza.training.engine;

import cadenza.recurrent.SelectedScores;
import java.util.Arrays;

/**
 * The softmax over tokens that share scores: {@code logits = S·(scores + bias)} with a sparse 0/1 matrix S in each place
 * (see {@code ScoringCodec}), its cross-entropy loss, and the gradient back to the scores, which is a scatter-add. For
 * one thread.
 */
final class SharedScores {
    private final int outputs;
    private final int cells;
    private float[] byCell = {}; // [cells][outputs]; made when first needed
    private float[] byOutput = {};
    private float[] scores = {}; // of the place at hand
    private float[] errors = {}; // their gradient
    private float[] logits = {}; // of the target at hand, then their gradient

    SharedScores(int outputs, int cells) {
        this.outputs = outputs;
        this.cells = cells;
    }

    /**
     * Forward, then ∂L/∂scores in place.
     *
     * @param rows the network's outputs without bias, {@code [outputs][cells]}; overwritten by the gradient
     * @param selected {@code [cells * targets a cell]}; null where there is no target
     * @param targets {@code [cells * targets a cell]}; negative for none
     * @param scale what a token's loss counts in the gradient
     * @return the loss of all targets together, in nats
     */
    double run(float[][] rows, float[] bias, SelectedScores[] selected, int[] targets, float scale) {
        if (byCell.length == 0) {
            byCell = new float[cells * outputs];
            byOutput = new float[outputs * cells];
            scores = new float[outputs];
            errors = new float[outputs];
        }
        for (int output = 0; output < outputs; output++) {
            System.arraycopy(rows[output], 0, byOutput, output * cells, cells);
        }
        Elementwise.transpose(byOutput, outputs, cells, byCell);
        int each = targets.length / cells;
        double loss = 0;
        for (int cell = 0; cell < cells; cell++) {
            System.arraycopy(byCell, cell * outputs, scores, 0, outputs);
            Elementwise.add(scores, bias);
            Arrays.fill(errors, 0f);
            for (int i = cell * each; i < (cell + 1) * each; i++) {
                if (targets[i] >= 0) {
                    loss += target(selected[i], targets[i], scale);
                }
            }
            System.arraycopy(errors, 0, byCell, cell * outputs, outputs);
        }
        Elementwise.transpose(byCell, cells, outputs, byOutput);
        for (int output = 0; output < outputs; output++) {
            System.arraycopy(byOutput, output * cells, rows[output], 0, cells);
        }
        return loss;
    }

    /** One target of the place at hand: adds to the gradient of its scores. */
    private double target(SelectedScores selected, int target, float scale) {
        if (logits.length != selected.tokens()) {
            logits = new float[selected.tokens()];
        }
        selected.addUp(scores, logits);
        float sum = Elementwise.exponential(logits);
        double loss = -Math.log(Math.max(logits[target] / sum, Float.MIN_NORMAL));
        float factor = scale / sum;
        for (int token = 0; token < logits.length; token++) {
            logits[token] *= factor;
        }
        logits[target] -= scale;
        selected.addBack(logits, errors);
        return loss;
    }
}
