package cadenza.training.engine;

import cadenza.recurrent.Cell;

/** {@link Cell#GRU_ONE_GATE}. */
final class OneGateGruPass extends LayerPass {
    private final float[][] update;
    private final float[][] candidate;

    OneGateGruPass(Direction direction, int hidden, int lanes, int steps) {
        super(direction, Cell.GRU_ONE_GATE.gates(), hidden, lanes, steps);
        update = new float[steps][hidden * lanes];
        candidate = new float[steps][hidden * lanes];
    }

    @Override
    void activate(int step, Matrix weights) {
        Elementwise.sigmoid(z[0], term[0], update[step]);
        Elementwise.tanh(z[1], term[1], candidate[step]);
        Elementwise.interpolate(update[step], candidate[step], a[direction.before(step)], a[direction.after(step)]);
    }

    @Override
    void differentiate(int step, Matrix transposed) {
        Elementwise.backInterpolate(
                error, update[step], candidate[step], a[direction.before(step)], z[0], z[1], direct);
    }
}
