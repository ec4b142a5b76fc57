package cadenza.recurrent;

/**
 * The state of one recurrent layer in one generation, over weights that all generations share. {@link LayerStep} does
 * the products of a step, for several states at once; what a cell does with their sums is here. Starts as zero vectors.
 * For one thread.
 */
abstract sealed class LayerState permits RnnState, OneGateGruState, GruState, LstmState {
    /** a⟨t⟩, {@code [hidden]}. */
    final float[] activations;

    /** z of each block of gates, {@code [block][gates * hidden]}. */
    final float[][] z;

    LayerState(int hidden, int... blockWidths) {
        this.activations = new float[hidden];
        this.z = new float[blockWidths.length][];
        for (int i = 0; i < blockWidths.length; i++) {
            z[i] = new float[blockWidths[i]];
        }
    }

    /** A state of its own that goes on from where this one stands. */
    abstract LayerState copy();

    /** Gives a state of zeros this a⟨t⟩; z needs no copy, each step begins it anew. */
    final <S extends LayerState> S copyInto(S zeros) {
        System.arraycopy(activations, 0, ((LayerState) zeros).activations, 0, activations.length);
        return zeros;
    }

    /** A state of zeros. */
    static LayerState of(Cell cell, int hidden) {
        return switch (cell) {
            case RNN -> new RnnState(hidden);
            case GRU_ONE_GATE -> new OneGateGruState(hidden);
            case GRU -> new GruState(hidden);
            case LSTM -> new LstmState(hidden);
        };
    }

    /** What a block's recurrent weights are multiplied with, {@code [hidden]}; known once the block before is applied. */
    float[] operand(int block) {
        return activations;
    }

    /** Goes on from a block's finished z; the last block leaves a⟨t⟩ in {@link #activations}. */
    abstract void apply(int block);

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
