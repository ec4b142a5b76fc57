package cadenza.recurrent;

/** {@link Cell#GRU_ONE_GATE}. */
final class OneGateGruState extends LayerState {
    private final float[] update;
    private final float[] candidate;

    OneGateGruState(int hidden) {
        super(hidden, 2 * hidden);
        update = new float[hidden];
        candidate = new float[hidden];
    }

    @Override
    void apply(int block) {
        int hidden = activations.length;
        System.arraycopy(z[0], 0, update, 0, hidden);
        System.arraycopy(z[0], hidden, candidate, 0, hidden);
        Activation.sigmoid(update);
        Activation.tanh(candidate);
        interpolate(update, candidate, activations);
    }

    @Override
    OneGateGruState copy() {
        return copyInto(new OneGateGruState(activations.length));
    }
}
