package cadenza.recurrent;

/** {@link Cell#RNN}. */
final class RnnState extends LayerState {
    RnnState(int hidden) {
        super(hidden, hidden);
    }

    @Override
    void apply(int block) {
        Activation.tanh(z[0]);
        System.arraycopy(z[0], 0, activations, 0, activations.length);
    }

    @Override
    RnnState copy() {
        return copyInto(new RnnState(activations.length));
    }
}
