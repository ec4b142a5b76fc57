package cadenza.recurrent;

/**
 * The state of one recurrent layer in one generation, over weights that all generations share. A step is
 * {@link #readUnits} or {@link #readActivations}, then {@link #advance}. Starts as zero vectors. For one thread.
 */
abstract sealed class LayerState permits RnnState, OneGateGruState, GruState, LstmState {
    /** a⟨t⟩, {@code [hidden]}. */
    final float[] activations;

    /** Gates that read the same activations. */
    final GateBlock[] blocks;

    /** W·x⟨t⟩ + b of each block, to which {@link #advance} adds the recurrent part. */
    final float[][] z;

    LayerState(int hidden, GateBlock... blocks) {
        this.activations = new float[hidden];
        this.blocks = blocks;
        this.z = new float[blocks.length][];
        for (int i = 0; i < blocks.length; i++) {
            z[i] = new float[blocks[i].width()];
        }
    }

    /** A state of zeros over a layer's weights. */
    static LayerState of(Cell cell, int hidden, LayerWeights weights) {
        return switch (cell) {
            case RNN -> new RnnState(hidden, GateBlock.of(weights, 0, hidden));
            case GRU_ONE_GATE -> new OneGateGruState(hidden, GateBlock.of(weights, 0, 2 * hidden));
            case GRU ->
                new GruState(
                        hidden, GateBlock.of(weights, 0, 2 * hidden), GateBlock.of(weights, 2 * hidden, 3 * hidden));
            case LSTM -> new LstmState(hidden, GateBlock.of(weights, 0, 4 * hidden));
        };
    }

    /** A state of zeros over the same weights. */
    abstract LayerState fresh();

    /** Reads the one-hot units of the input; negative ones stand for none. */
    final void readUnits(int[] units) {
        for (int i = 0; i < blocks.length; i++) {
            blocks[i].startUnits(units, z[i]);
        }
    }

    /** Reads the activations of the layer below. */
    final void readActivations(float[] below) {
        for (int i = 0; i < blocks.length; i++) {
            blocks[i].startActivations(below, z[i]);
        }
    }

    /** Computes a⟨t⟩ from what was read and the step before. */
    abstract void advance();

    // Small loops over one index without offsets: see Rows.

    /** {@code activations = update ∗ candidate + (1 − update) ∗ activations}. */
    static void interpolate(float[] update, float[] candidate, float[] activations) {
        for (int j = 0; j < activations.length; j++) {
            activations[j] = update[j] * candidate[j] + (1f - update[j]) * activations[j];
        }
    }

    static void multiply(float[] values, float[] factors) {
        for (int j = 0; j < values.length; j++) {
            values[j] *= factors[j];
        }
    }
}
