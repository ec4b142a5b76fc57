package cadenza.training.engine;

import cadenza.recurrent.Activation;
import cadenza.recurrent.Cell;

/** {@link Cell#RNN}. */
final class RnnPass extends LayerPass {
    RnnPass(int hidden, int lanes, int steps) {
        super(Cell.RNN.gates(), hidden, lanes, steps);
    }

    @Override
    void activate(int step, Matrix weights, Matrix sums, int column, boolean started) {
        Activation.tanh(z[0]);
        System.arraycopy(z[0], 0, a[step + 1], 0, z[0].length);
    }

    @Override
    void differentiate(int step, Matrix transposed) {
        Elementwise.backTanh(error, a[step + 1], z[0]);
    }
}
