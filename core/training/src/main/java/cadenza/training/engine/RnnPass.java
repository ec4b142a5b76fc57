package cadenza.training.engine;

import cadenza.recurrent.Cell;

/** {@link Cell#RNN}. */
final class RnnPass extends LayerPass {
    RnnPass(Direction direction, int hidden, int lanes, int steps) {
        super(direction, Cell.RNN.gates(), hidden, lanes, steps);
    }

    @Override
    void activate(int step, Matrix weights) {
        Elementwise.tanh(z[0], term[0], a[direction.after(step)]);
    }

    @Override
    void differentiate(int step, Matrix transposed) {
        Elementwise.backTanh(error, a[direction.after(step)], z[0]);
    }
}
