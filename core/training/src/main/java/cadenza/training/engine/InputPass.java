package cadenza.training.engine;

import java.util.Arrays;

/**
 * The one-hot input of the first layer over one shard: a lookup forward, a scatter-add backward, so that its cost does
 * not grow with the number of units. For one thread.
 */
final class InputPass {
    private final int hidden;
    private final int lanes;
    private final float[] byLane;
    private final float[] row;
    private final float[][][] gradient; // [gate][unit][hidden]
    private final float[] flat;
    private final float[] transposed;

    InputPass(int gates, int inputs, int hidden, int lanes) {
        this.hidden = hidden;
        this.lanes = lanes;
        byLane = new float[lanes * hidden];
        row = new float[hidden];
        gradient = new float[gates][inputs][hidden];
        flat = new float[inputs * hidden];
        transposed = new float[inputs * hidden];
    }

    void begin() {
        for (float[][] gate : gradient) {
            for (float[] unit : gate) {
                Arrays.fill(unit, 0f);
            }
        }
    }

    /**
     * {@code terms[gate] = b + Σ rows of the units that are on}, as {@code [hidden][lane]}.
     *
     * @param factors what each slot's unit counts
     */
    void lookUp(float[][][] unitRows, float[] bias, int[][] units, float[] factors, int step, float[][] terms) {
        for (int gate = 0; gate < terms.length; gate++) {
            for (int lane = 0; lane < lanes; lane++) {
                System.arraycopy(bias, gate * hidden, row, 0, hidden);
                for (int slot = 0; slot < units.length; slot++) {
                    int unit = units[slot][step * lanes + lane];
                    if (unit >= 0) {
                        Elementwise.addScaled(row, unitRows[gate][unit], factors[slot]);
                    }
                }
                System.arraycopy(row, 0, byLane, lane * hidden, hidden);
            }
            Elementwise.transpose(byLane, lanes, hidden, terms[gate]);
        }
    }

    /** Adds ∂L/∂z of a step, as {@code [hidden][lane]} for each gate, to the rows of the units that were on. */
    void scatter(float[][] errors, int[][] units, float[] factors, int step) {
        for (int gate = 0; gate < errors.length; gate++) {
            Elementwise.transpose(errors[gate], hidden, lanes, byLane);
            for (int lane = 0; lane < lanes; lane++) {
                System.arraycopy(byLane, lane * hidden, row, 0, hidden);
                for (int slot = 0; slot < units.length; slot++) {
                    int unit = units[slot][step * lanes + lane];
                    if (unit >= 0) {
                        Elementwise.addScaled(gradient[gate][unit], row, factors[slot]);
                    }
                }
            }
        }
    }

    /** Writes ∂L/∂W, {@code [gates * hidden][inputs]}. */
    void gradient(Matrix target) {
        int inputs = gradient[0].length;
        for (int gate = 0; gate < gradient.length; gate++) {
            for (int unit = 0; unit < inputs; unit++) {
                System.arraycopy(gradient[gate][unit], 0, flat, unit * hidden, hidden);
            }
            Elementwise.transpose(flat, inputs, hidden, transposed);
            target.put(gate * hidden, 0, transposed, hidden, inputs);
        }
    }
}
