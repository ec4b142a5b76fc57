package cadenza.recurrent;

/** {@link Cell#GRU}: its gates are one block, its candidate another, which reads Γr ∗ c⟨t−1⟩. */
final class GruState extends LayerState {
    private static final int GATES = 0;
    private static final int CANDIDATE = 1;

    private final float[] relevance;
    private final float[] update;

    GruState(int hidden) {
        super(hidden, 2 * hidden, hidden);
        relevance = new float[hidden];
        update = new float[hidden];
    }

    @Override
    float[] operand(int block) {
        return block == GATES ? activations : relevance;
    }

    @Override
    void apply(int block) {
        int hidden = activations.length;
        if (block == GATES) {
            System.arraycopy(z[GATES], 0, relevance, 0, hidden);
            System.arraycopy(z[GATES], hidden, update, 0, hidden);
            Activation.sigmoid(relevance);
            Activation.sigmoid(update);
            multiply(relevance, activations);
        } else {
            Activation.tanh(z[CANDIDATE]);
            interpolate(update, z[CANDIDATE], activations);
        }
    }

    @Override
    GruState copy() {
        return copyInto(new GruState(activations.length));
    }
}
