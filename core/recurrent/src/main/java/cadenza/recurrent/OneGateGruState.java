package cadenza.recurrent;

/** {@link Cell#GRU_ONE_GATE}. */
final class OneGateGruState extends LayerState {
    private final float[] update;
    private final float[] candidate;

    OneGateGruState(int hidden, GateBlock block) {
        super(hidden, block);
        update = new float[hidden];
        candidate = new float[hidden];
    }

    @Override
    LayerState fresh() {
        return new OneGateGruState(activations.length, blocks[0]);
    }

    @Override
    void advance() {
        int hidden = activations.length;
        blocks[0].recur(activations, z[0]);
        System.arraycopy(z[0], 0, update, 0, hidden);
        System.arraycopy(z[0], hidden, candidate, 0, hidden);
        Activation.sigmoid(update);
        Activation.tanh(candidate);
        interpolate(update, candidate, activations);
    }
}
