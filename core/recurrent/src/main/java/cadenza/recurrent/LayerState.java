package cadenza.recurrent;

/**
 * The state of one recurrent layer in one generation. A step is {@link #readUnits} or {@link #readActivations}, then
 * {@link #advance}. Starts as zero vectors.
 */
abstract sealed class LayerState {
    /** a⟨t⟩, {@code [hidden]}. */
    final float[] activations;

    private LayerState(int hidden) {
        activations = new float[hidden];
    }

    static LayerState of(Cell cell, int hidden, LayerWeights weights) {
        return switch (cell) {
            case RNN -> new Rnn(hidden, GateBlock.of(weights, 0, hidden));
            case GRU_ONE_GATE -> new OneGateGru(hidden, GateBlock.of(weights, 0, 2 * hidden));
            case GRU -> new Gru(
                    hidden, GateBlock.of(weights, 0, 2 * hidden), GateBlock.of(weights, 2 * hidden, 3 * hidden));
            case LSTM -> new Lstm(hidden, GateBlock.of(weights, 0, 4 * hidden));
        };
    }

    /** A state of zeros over the same weights. */
    abstract LayerState fresh();

    /** Reads the one-hot units of the input; negative ones stand for none. */
    abstract void readUnits(int[] units);

    /** Reads the activations of the layer below. */
    abstract void readActivations(float[] below);

    /** Computes a⟨t⟩ from what was read and the step before. */
    abstract void advance();

    private static final class Rnn extends LayerState {
        private final GateBlock block;
        private final float[] z;

        Rnn(int hidden, GateBlock block) {
            super(hidden);
            this.block = block;
            z = new float[hidden];
        }

        @Override
        LayerState fresh() {
            return new Rnn(activations.length, block);
        }

        @Override
        void readUnits(int[] units) {
            block.startUnits(units, z);
        }

        @Override
        void readActivations(float[] below) {
            block.startActivations(below, z);
        }

        @Override
        void advance() {
            block.recur(activations, z);
            Activation.tanh(z);
            System.arraycopy(z, 0, activations, 0, z.length);
        }
    }

    private static final class OneGateGru extends LayerState {
        private final GateBlock block;
        private final float[] z;
        private final float[] update;
        private final float[] candidate;

        OneGateGru(int hidden, GateBlock block) {
            super(hidden);
            this.block = block;
            z = new float[2 * hidden];
            update = new float[hidden];
            candidate = new float[hidden];
        }

        @Override
        LayerState fresh() {
            return new OneGateGru(activations.length, block);
        }

        @Override
        void readUnits(int[] units) {
            block.startUnits(units, z);
        }

        @Override
        void readActivations(float[] below) {
            block.startActivations(below, z);
        }

        @Override
        void advance() {
            int hidden = activations.length;
            block.recur(activations, z);
            System.arraycopy(z, 0, update, 0, hidden);
            System.arraycopy(z, hidden, candidate, 0, hidden);
            Activation.sigmoid(update);
            Activation.tanh(candidate);
            interpolate(update, candidate, activations);
        }
    }

    private static final class Gru extends LayerState {
        private final GateBlock gates;
        private final GateBlock candidates;
        private final float[] z;
        private final float[] relevance;
        private final float[] update;
        private final float[] candidate;

        Gru(int hidden, GateBlock gates, GateBlock candidates) {
            super(hidden);
            this.gates = gates;
            this.candidates = candidates;
            z = new float[2 * hidden];
            relevance = new float[hidden];
            update = new float[hidden];
            candidate = new float[hidden];
        }

        @Override
        LayerState fresh() {
            return new Gru(activations.length, gates, candidates);
        }

        @Override
        void readUnits(int[] units) {
            gates.startUnits(units, z);
            candidates.startUnits(units, candidate);
        }

        @Override
        void readActivations(float[] below) {
            gates.startActivations(below, z);
            candidates.startActivations(below, candidate);
        }

        @Override
        void advance() {
            int hidden = activations.length;
            gates.recur(activations, z);
            System.arraycopy(z, 0, relevance, 0, hidden);
            System.arraycopy(z, hidden, update, 0, hidden);
            Activation.sigmoid(relevance);
            Activation.sigmoid(update);
            multiply(relevance, activations);
            candidates.recur(relevance, candidate);
            Activation.tanh(candidate);
            interpolate(update, candidate, activations);
        }
    }

    private static final class Lstm extends LayerState {
        private final GateBlock block;
        private final float[] z;
        private final float[] memory;
        private final float[] update;
        private final float[] forget;
        private final float[] output;
        private final float[] candidate;

        Lstm(int hidden, GateBlock block) {
            super(hidden);
            this.block = block;
            z = new float[4 * hidden];
            memory = new float[hidden];
            update = new float[hidden];
            forget = new float[hidden];
            output = new float[hidden];
            candidate = new float[hidden];
        }

        @Override
        LayerState fresh() {
            return new Lstm(activations.length, block);
        }

        @Override
        void readUnits(int[] units) {
            block.startUnits(units, z);
        }

        @Override
        void readActivations(float[] below) {
            block.startActivations(below, z);
        }

        @Override
        void advance() {
            int hidden = activations.length;
            block.recur(activations, z);
            System.arraycopy(z, 0, update, 0, hidden);
            System.arraycopy(z, hidden, forget, 0, hidden);
            System.arraycopy(z, 2 * hidden, output, 0, hidden);
            System.arraycopy(z, 3 * hidden, candidate, 0, hidden);
            Activation.sigmoid(update);
            Activation.sigmoid(forget);
            Activation.sigmoid(output);
            Activation.tanh(candidate);
            remember(memory, update, candidate, forget);
            System.arraycopy(memory, 0, activations, 0, hidden);
            Activation.tanh(activations);
            multiply(activations, output);
        }
    }

    // Small loops over one index without offsets: see Rows.

    private static void interpolate(float[] update, float[] candidate, float[] activations) {
        for (int j = 0; j < activations.length; j++) {
            activations[j] = update[j] * candidate[j] + (1f - update[j]) * activations[j];
        }
    }

    private static void remember(float[] memory, float[] update, float[] candidate, float[] forget) {
        for (int j = 0; j < memory.length; j++) {
            memory[j] = update[j] * candidate[j] + forget[j] * memory[j];
        }
    }

    private static void multiply(float[] values, float[] factors) {
        for (int j = 0; j < values.length; j++) {
            values[j] *= factors[j];
        }
    }
}
