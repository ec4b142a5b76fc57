package cadenza.recurrent;

/** {@link Cell#GRU}: its gates are one block, its candidate another, which reads Γr ∗ c⟨t−1⟩. */
final class GruState extends LayerState {
    private final float[] relevance;
    private final float[] update;

    GruState(int hidden, GateBlock gates, GateBlock candidate) {
        super(hidden, gates, candidate);
        relevance = new float[hidden];
        update = new float[hidden];
    }

    @Override
    LayerState fresh() {
        return new GruState(activations.length, blocks[0], blocks[1]);
    }

    @Override
    void advance() {
        int hidden = activations.length;
        float[] candidate = z[1];
        blocks[0].recur(activations, z[0]);
        System.arraycopy(z[0], 0, relevance, 0, hidden);
        System.arraycopy(z[0], hidden, update, 0, hidden);
        Activation.sigmoid(relevance);
        Activation.sigmoid(update);
        multiply(relevance, activations);
        blocks[1].recur(relevance, candidate);
        Activation.tanh(candidate);
        interpolate(update, candidate, activations);
    }
}
