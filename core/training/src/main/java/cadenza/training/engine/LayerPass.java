package cadenza.training.engine;

import cadenza.recurrent.Cell;
import java.util.Arrays;
import java.util.List;

/**
 * One recurrent layer over the lanes of one shard: keeps what the forward pass leaves for the backward pass. Arrays of
 * one step are {@code [hidden][lane]}, flat; the formulas are {@link Cell}'s. For one thread.
 *
 * <p>What the products of one step read and write is dense, {@code [rows][lane]}: BLAS is a fifth faster on it than on
 * the same columns of a matrix of all steps. The matrices of all steps are for the large products over them.
 */
abstract sealed class LayerPass permits RnnPass, OneGateGruPass, GruPass, LstmPass {
    final int hidden;
    final int lanes;
    final int steps;
    final int gates;

    /** {@code [hidden][(steps + 1) * lanes]}: a⟨0⟩ … a⟨steps⟩. */
    final Matrix activations;

    /** {@code [gates * hidden][steps * lanes]}: ∂L/∂z. */
    final Matrix errors;

    /** a⟨t⟩ by step, 0 the one before the first. */
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

    LayerPass(int gates, int hidden, int lanes, int steps) {
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

    static LayerPass of(Cell cell, int hidden, int lanes, int steps) {
        return switch (cell) {
            case RNN -> new RnnPass(hidden, lanes, steps);
            case GRU_ONE_GATE -> new OneGateGruPass(hidden, lanes, steps);
            case GRU -> new GruPass(hidden, lanes, steps);
            case LSTM -> new LstmPass(hidden, lanes, steps);
        };
    }

    /** How many gates read a⟨t−1⟩ itself; the full GRU's candidate reads Γr ∗ a⟨t−1⟩. */
    int gatesOnState() {
        return gates;
    }

    /** Begins a window: the state goes on, or starts at zero in the lanes that are fresh. */
    void begin(boolean[] fresh) {
        carry(a[steps], a[0], fresh);
        activations.put(0, 0, a[0], hidden, lanes);
        for (float[] gate : biasErrors) {
            Arrays.fill(gate, 0f);
        }
    }

    /** What is carried from the end of a window to the next, each {@code [hidden][lane]}, for reading and writing. */
    List<float[]> states() {
        return List.of(a[steps]);
    }

    final void carry(float[] from, float[] to, boolean[] fresh) {
        System.arraycopy(from, 0, to, 0, from.length);
        for (int lane = 0; lane < lanes; lane++) {
            if (fresh[lane]) {
                for (int j = lane; j < to.length; j += lanes) {
                    to[j] = 0f;
                }
            }
        }
    }

    /** One step forward. @param weights recurrent weights {@code [gates * hidden][hidden]} */
    final void forward(int step, Matrix weights) {
        product(weights, 0, gatesOnState(), a[step]);
        activate(step, weights);
        activations.put(0, (step + 1) * lanes, a[step + 1], hidden, lanes);
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
     * @param above {@code [hidden][steps * lanes]}: ∂L/∂a⟨t⟩ from above, without what comes from later steps
     */
    final void backward(int step, Matrix transposed, Matrix above) {
        int column = step * lanes;
        above.get(0, column, error, hidden, lanes);
        if (step < steps - 1) {
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
                activations.at(0, 0),
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
