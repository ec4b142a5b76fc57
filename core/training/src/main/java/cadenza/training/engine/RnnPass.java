package cadenza.training.engine;

import cadenza.recurrent.Cell;

/** {@link Cell#RNN}. */
final class RnnPass extends LayerPass {
    RnnPass(int hidden, int lanes, int steps) {
        super(Cell.RNN.gates(), hidden, lanes, steps);
    }

    @Override
    void activate(int step, Matrix weights) {
        Elementwise.tanh(z[0], term[0], a[step + 1]);
    }

    @Override
    void differentiate(int step, Matrix transposed) {
        Elementwise.backTanh(error, a[step + 1], z[0]);
    }
}
