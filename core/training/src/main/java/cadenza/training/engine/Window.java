package cadenza.training.engine;

import cadenza.recurrent.SelectedScores;
import java.util.Arrays;

/**
 * A stretch of the training data: {@code steps} steps of {@code lanes} sequences side by side. Element {@code (step,
 * lane)} of the flat arrays is {@code step * lanes + lane}.
 *
 * @param lanes sequences side by side
 * @param steps steps of each
 * @param units for each slot the input units that are on, {@code [slots][steps * lanes]}; negative for none
 * @param scores for each place the scores that add up to the logit of each token, {@code [steps * lanes]}; null in a
 *     place without a target, and altogether where each token has a score of its own
 * @param targets the token to be predicted, {@code [steps * lanes]}; negative where there is none
 * @param fresh the lanes whose sequence begins with this window: their state starts at zero, {@code [lanes]}
 */
public record Window(int lanes, int steps, int[][] units, SelectedScores[] scores, int[] targets, boolean[] fresh) {
    /** A window in which each token has a score of its own. */
    public Window(int lanes, int steps, int[][] units, int[] targets, boolean[] fresh) {
        this(lanes, steps, units, null, targets, fresh);
    }

    /** Number of tokens to be predicted. */
    public int tokens() {
        int tokens = 0;
        for (int target : targets) {
            if (target >= 0) {
                tokens++;
            }
        }
        return tokens;
    }

    /** The lanes {@code [from, to)} alone. */
    public Window lanes(int from, int to) {
        int[][] unitsOfLanes = new int[units.length][];
        for (int slot = 0; slot < units.length; slot++) {
            unitsOfLanes[slot] = lanes(units[slot], from, to);
        }
        return new Window(
                to - from,
                steps,
                unitsOfLanes,
                scores == null ? null : lanes(scores, from, to),
                lanes(targets, from, to),
                Arrays.copyOfRange(fresh, from, to));
    }

    private SelectedScores[] lanes(SelectedScores[] values, int from, int to) {
        int width = to - from;
        SelectedScores[] part = new SelectedScores[steps * width];
        for (int step = 0; step < steps; step++) {
            System.arraycopy(values, step * lanes + from, part, step * width, width);
        }
        return part;
    }

    private int[] lanes(int[] values, int from, int to) {
        int width = to - from;
        int[] part = new int[steps * width];
        for (int step = 0; step < steps; step++) {
            System.arraycopy(values, step * lanes + from, part, step * width, width);
        }
        return part;
    }
}
