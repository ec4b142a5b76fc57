package cadenza.recurrent;

/** {@link Cell#RNN}. */
final class RnnState extends LayerState {
    RnnState(int hidden, GateBlock block) {
        super(hidden, block);
    }

    @Override
    LayerState fresh() {
        return new RnnState(activations.length, blocks[0]);
    }

    @Override
    void advance() {
        blocks[0].recur(activations, z[0]);
        Activation.tanh(z[0]);
        System.arraycopy(z[0], 0, activations, 0, activations.length);
    }
}
