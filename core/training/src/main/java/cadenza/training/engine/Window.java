package cadenza.training.engine;

import cadenza.recurrent.SelectedScores;
import java.util.Arrays;

/**
 * A stretch of the training data: {@code steps} steps of {@code lanes} sequences side by side. Place {@code (step,
 * lane)} is {@code step * lanes + lane}. A place has one target, or several where several voices are predicted at once:
 * target {@code k} of a place is {@code place * targets a place + k}.
 *
 * @param lanes sequences side by side
 * @param steps steps of each
 * @param units for each slot the input units that are on, {@code [slots][places]}; negative for none
 * @param scores for each target the scores that add up to the logit of each token, {@code [targets]}; null where there
 *     is no target, and altogether where each token has a score of its own
 * @param targets the tokens to be predicted, {@code [places * targets a place]}; negative where there is none
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

    /** Targets a place. */
    int targetsAPlace() {
        return targets.length / (steps * lanes);
    }

    /** How far each lane's sequence reaches: behind its last place with a unit on there is nothing, {@code [lanes]}. */
    int[] lengths() {
        int[] lengths = new int[lanes];
        for (int[] slot : units) {
            for (int place = 0; place < slot.length; place++) {
                if (slot[place] >= 0) {
                    int lane = place % lanes;
                    lengths[lane] = Math.max(lengths[lane], place / lanes + 1);
                }
            }
        }
        return lengths;
    }

    /** The lanes {@code [from, to)} alone. */
    public Window lanes(int from, int to) {
        int[][] unitsOfLanes = new int[units.length][];
        for (int slot = 0; slot < units.length; slot++) {
            unitsOfLanes[slot] = new int[steps * (to - from)];
            copyLanes(units[slot], 1, from, to, unitsOfLanes[slot]);
        }
        int each = targetsAPlace();
        int[] targetsOfLanes = new int[steps * (to - from) * each];
        copyLanes(targets, each, from, to, targetsOfLanes);
        SelectedScores[] scoresOfLanes = null;
        if (scores != null) {
            scoresOfLanes = new SelectedScores[targetsOfLanes.length];
            copyLanes(scores, each, from, to, scoresOfLanes);
        }
        return new Window(
                to - from, steps, unitsOfLanes, scoresOfLanes, targetsOfLanes, Arrays.copyOfRange(fresh, from, to));
    }

    /** @param values an array of so many values a place @param part of the same kind, overwritten */
    private void copyLanes(Object values, int each, int from, int to, Object part) {
        int width = (to - from) * each;
        for (int step = 0; step < steps; step++) {
            System.arraycopy(values, (step * lanes + from) * each, part, step * width, width);
        }
    }
}
