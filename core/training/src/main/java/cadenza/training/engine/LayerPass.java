package cadenza.training.engine;

import cadenza.recurrent.Cell;
import java.util.Arrays;
import java.util.List;

/**
 * One recurrent layer in one direction over the lanes of one shard: keeps what the forward pass leaves for the backward
 * pass. Arrays of one step are {@code [hidden][lane]}, flat; the formulas are {@link Cell}'s. For one thread.
 *
 * <p>What the products of one step read and write is dense, {@code [rows][lane]}: BLAS is a fifth faster on it than on
 * the same columns of a matrix of all steps. The matrices of all steps are for the large products over them.
 */
abstract sealed class LayerPass permits RnnPass, OneGateGruPass, GruPass, LstmPass {
    final Direction direction;
    final int hidden;
    final int lanes;
    final int steps;
    final int gates;

    /** {@code [hidden][(steps + 1) * lanes]}: the states between the steps, in the places that the direction says. */
    final Matrix activations;

    /** {@code [gates * hidden][steps * lanes]}: ∂L/∂z. */
    final Matrix errors;

    /** The same states, by place. */
    final float[][] a;

    /** What the input adds to z, bias included, for each gate. */
    final float[][] term;

    /** z, later ∂L/∂z, of the step at hand, for each gate. */
    final float[][] z;

    /** ∂L/∂a⟨t⟩ of the step at hand. */
    final float[] error;

    /** What reaches ∂L/∂a⟨t−1⟩ past the recurrent matrix. */
    final float[] direct;

    /** {@code [hidden][lane]}: what a product of the step at hand reads. */
    final Matrix operand;

    /** {@code [gates * hidden][lane]}: z of the step at hand, or ∂L/∂z of the step after. */
    final Matrix sums;

    /** {@code [hidden][lane]}: ∂L/∂a⟨t⟩ of the step at hand. */
    private final Matrix stepError;

    private final float[][] biasErrors;
    private int[] ends = {};

    LayerPass(Direction direction, int gates, int hidden, int lanes, int steps) {
        this.direction = direction;
        this.gates = gates;
        this.hidden = hidden;
        this.lanes = lanes;
        this.steps = steps;
        int size = hidden * lanes;
        activations = Matrix.padded(hidden, (steps + 1) * lanes);
        errors = Matrix.padded(gates * hidden, steps * lanes);
        a = new float[steps + 1][size];
        term = new float[gates][size];
        z = new float[gates][size];
        error = new float[size];
        direct = new float[size];
        operand = Matrix.dense(hidden, lanes);
        sums = Matrix.dense(gates * hidden, lanes);
        stepError = Matrix.dense(hidden, lanes);
        biasErrors = new float[gates][size];
    }

    static LayerPass of(Cell cell, Direction direction, int hidden, int lanes, int steps) {
        return switch (cell) {
            case RNN -> new RnnPass(direction, hidden, lanes, steps);
            case GRU_ONE_GATE -> new OneGateGruPass(direction, hidden, lanes, steps);
            case GRU -> new GruPass(direction, hidden, lanes, steps);
            case LSTM -> new LstmPass(direction, hidden, lanes, steps);
        };
    }

    /** How many gates read a⟨t−1⟩ itself; the full GRU's candidate reads Γr ∗ a⟨t−1⟩. */
    int gatesOnState() {
        return gates;
    }

    /**
     * Begins a window. Forward, the state goes on, or starts at zero in the lanes that are fresh; backward it always
     * starts at zero, at the end of each lane's sequence.
     *
     * @param lengths how many places of each lane hold its sequence; behind it nothing is read backward
     */
    void begin(boolean[] fresh, int[] lengths) {
        ends = lengths;
        begin(a, fresh);
        activations.put(0, direction.before(first()) * lanes, a[direction.before(first())], hidden, lanes);
        for (float[] gate : biasErrors) {
            Arrays.fill(gate, 0f);
        }
    }

    /** The step that is read first. */
    final int first() {
        return direction.step(0, steps);
    }

    /** The step that is read last. */
    final int last() {
        return direction.step(steps - 1, steps);
    }

    /** Brings the state before the first step into its place. */
    final void begin(float[][] states, boolean[] fresh) {
        if (direction == Direction.FORWARD) {
            carry(states[steps], states[0], fresh);
        } else {
            Arrays.fill(states[steps], 0f);
        }
    }

    /**
     * What is carried from the end of a window to the next, each {@code [hidden][lane]}, for reading and writing:
     * nothing backward.
     */
    final List<float[]> states() {
        return direction == Direction.FORWARD ? carried() : List.of();
    }

    List<float[]> carried() {
        return List.of(a[steps]);
    }

    private void carry(float[] from, float[] to, boolean[] fresh) {
        System.arraycopy(from, 0, to, 0, from.length);
        for (int lane = 0; lane < lanes; lane++) {
            if (fresh[lane]) {
                clear(to, lane);
            }
        }
    }

    /** {@code values[j][lane] = 0}. */
    final void clear(float[] values, int lane) {
        for (int j = lane; j < values.length; j += lanes) {
            values[j] = 0f;
        }
    }

    /** Backward, a sequence that ends before the window does begins with a state of zeros at its own end. */
    private void beginAtEnds(int step) {
        if (direction == Direction.FORWARD || step == first()) {
            return;
        }
        boolean begins = false;
        for (int lane = 0; lane < lanes; lane++) {
            if (ends[lane] == step + 1) {
                clearState(direction.before(step), lane);
                begins = true;
            }
        }
        if (begins) {
            int place = direction.before(step);
            activations.put(0, place * lanes, a[place], hidden, lanes);
        }
    }

    /** Backward, nothing flows into what is behind the end of a sequence. */
    private void stopAtEnds(int step) {
        if (direction == Direction.FORWARD) {
            return;
        }
        for (int lane = 0; lane < lanes; lane++) {
            if (step >= ends[lane]) {
                clearErrors(lane);
            }
        }
    }

    /** Sets the state that is kept in a place to zero in a lane. */
    void clearState(int place, int lane) {
        clear(a[place], lane);
    }

    /** Sets what flows into the step at hand to zero in a lane. */
    void clearErrors(int lane) {
        clear(error, lane);
    }

    /** One step forward. @param weights recurrent weights {@code [gates * hidden][hidden]} */
    final void forward(int step, Matrix weights) {
        beginAtEnds(step);
        product(weights, 0, gatesOnState(), a[direction.before(step)]);
        activate(step, weights);
        activations.put(0, direction.after(step) * lanes, a[direction.after(step)], hidden, lanes);
    }

    /** {@code z = U·read} of the gates {@code [from, to)}. */
    final void product(Matrix weights, int from, int to, float[] read) {
        operand.put(0, 0, read, hidden, lanes);
        Blas.multiply(
                (to - from) * hidden,
                lanes,
                hidden,
                weights.at(from * hidden, 0),
                weights.stride(),
                operand.at(0, 0),
                operand.stride(),
                0f,
                sums.at(from * hidden, 0),
                sums.stride());
        for (int gate = from; gate < to; gate++) {
            sums.get(gate * hidden, 0, z[gate], hidden, lanes);
        }
    }

    /** From z and the input's term to a⟨t⟩, keeping what the way back needs. */
    abstract void activate(int step, Matrix weights);

    /**
     * One step backward.
     *
     * @param transposed recurrent weights {@code [hidden][gates * hidden]}
     * @param above ∂L/∂a⟨t⟩ from above, without what comes from later steps
     * @param row from which on it lies there, {@code [hidden][steps * lanes]}
     */
    final void backward(int step, Matrix transposed, Matrix above, int row) {
        int column = step * lanes;
        above.get(row, column, error, hidden, lanes);
        if (step != last()) {
            stepError.put(0, 0, error, hidden, lanes);
            Blas.multiply(
                    hidden,
                    lanes,
                    gatesOnState() * hidden,
                    transposed.at(0, 0),
                    transposed.stride(),
                    sums.at(0, 0),
                    sums.stride(),
                    1f,
                    stepError.at(0, 0),
                    stepError.stride());
            stepError.get(0, 0, error, hidden, lanes);
            Elementwise.add(error, direct);
        }
        stopAtEnds(step);
        differentiate(step, transposed);
        for (int gate = 0; gate < gates; gate++) {
            Elementwise.add(biasErrors[gate], z[gate]);
            sums.put(gate * hidden, 0, z[gate], hidden, lanes);
            errors.put(gate * hidden, column, z[gate], hidden, lanes);
        }
    }

    /** From ∂L/∂a⟨t⟩ to ∂L/∂z, and to what reaches the step before directly. */
    abstract void differentiate(int step, Matrix transposed);

    /** ∂L/∂U, ready after the last step backward; overwrites the target. */
    void recurrentGradient(Matrix target) {
        Blas.multiplyTransposed(
                gates * hidden,
                hidden,
                steps * lanes,
                errors.at(0, 0),
                errors.stride(),
                activations.at(0, direction.before(0) * lanes),
                activations.stride(),
                target.at(0, 0),
                target.stride());
    }

    /** ∂L/∂b, ready after the last step backward; overwrites the target. */
    final void biasGradient(Matrix target) {
        float[] gradient = new float[gates * hidden];
        for (int gate = 0; gate < gates; gate++) {
            for (int unit = 0; unit < hidden; unit++) {
                float sum = 0;
                for (int lane = 0; lane < lanes; lane++) {
                    sum += biasErrors[gate][unit * lanes + lane];
                }
                gradient[gate * hidden + unit] = sum;
            }
        }
        target.put(0, 0, gradient, 1, gradient.length);
    }

    void close() {
        activations.close();
        errors.close();
        operand.close();
        sums.close();
        stepError.close();
    }
}
