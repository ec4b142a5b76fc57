package cadenza.recurrent;

/** {@link Cell#LSTM}. */
final class LstmState extends LayerState {
    private final float[] memory;
    private final float[] update;
    private final float[] forget;
    private final float[] output;
    private final float[] candidate;

    LstmState(int hidden) {
        super(hidden, 4 * hidden);
        memory = new float[hidden];
        update = new float[hidden];
        forget = new float[hidden];
        output = new float[hidden];
        candidate = new float[hidden];
    }

    @Override
    LstmState copy() {
        LstmState copy = copyInto(new LstmState(activations.length));
        System.arraycopy(memory, 0, copy.memory, 0, memory.length);
        return copy;
    }

    @Override
    void apply(int block) {
        int hidden = activations.length;
        System.arraycopy(z[0], 0, update, 0, hidden);
        System.arraycopy(z[0], hidden, forget, 0, hidden);
        System.arraycopy(z[0], 2 * hidden, output, 0, hidden);
        System.arraycopy(z[0], 3 * hidden, candidate, 0, hidden);
        Activation.sigmoid(update);
        Activation.sigmoid(forget);
        Activation.sigmoid(output);
        Activation.tanh(candidate);
        remember(memory, update, candidate, forget);
        System.arraycopy(memory, 0, activations, 0, hidden);
        Activation.tanh(activations);
        multiply(activations, output);
    }

    private static void remember(float[] memory, float[] update, float[] candidate, float[] forget) {
        for (int j = 0; j < memory.length; j++) {
            memory[j] = update[j] * candidate[j] + forget[j] * memory[j];
        }
    }
}
