package cadenza.recurrent;

import java.util.Arrays;

/**
 * The scores that add up to the logit of each token in one place of a sequence: a sparse 0/1 matrix.
 *
 * @param terms the most scores of a token, 1 or more
 * @param indices {@code [V * terms]}, as {@link ScoringState#scores} gives them; not copied
 */
public record SelectedScores(int terms, int[] indices) {
    /** Number of tokens, V. */
    public int tokens() {
        return indices.length / terms;
    }

    /**
     * Adds the scores up.
     *
     * @param scores of the network
     * @param logits {@code [V]}, overwritten; {@link ScoringState#IMPOSSIBLE} for a token without a score
     */
    public void addUp(float[] scores, float[] logits) {
        Arrays.fill(logits, ScoringState.IMPOSSIBLE);
        for (int token = 0; token < logits.length; token++) {
            int index = token * terms;
            int end = index + terms;
            if (indices[index] != SlotState.NONE) {
                float sum = scores[indices[index]];
                for (index++; index < end && indices[index] != SlotState.NONE; index++) {
                    sum += scores[indices[index]];
                }
                logits[token] = sum;
            }
        }
    }

    /**
     * The way back: adds to the gradient of each score the gradients of the logits it is part of.
     *
     * @param logitGradient {@code [V]}
     * @param scoreGradient of all scores, added to
     */
    public void addBack(float[] logitGradient, float[] scoreGradient) {
        for (int token = 0; token < logitGradient.length; token++) {
            float gradient = logitGradient[token];
            int index = token * terms;
            int end = index + terms;
            for (; index < end && indices[index] != SlotState.NONE; index++) {
                scoreGradient[indices[index]] += gradient;
            }
        }
    }
}
