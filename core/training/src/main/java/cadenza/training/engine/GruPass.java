package cadenza.training.engine;

import cadenza.recurrent.Cell;

/** {@link Cell#GRU}. Its candidate reads Γr ∗ a⟨t−1⟩, so each step needs a second product. */
final class GruPass extends LayerPass {
    private static final int CANDIDATE = 2;

    private final float[][] relevance;
    private final float[][] update;
    private final float[][] candidate;
    private final Matrix relevant;
    private final float[] scratch;

    GruPass(Direction direction, int hidden, int lanes, int steps) {
        super(direction, Cell.GRU.gates(), hidden, lanes, steps);
        int size = hidden * lanes;
        relevance = new float[steps][size];
        update = new float[steps][size];
        candidate = new float[steps][size];
        relevant = Matrix.padded(hidden, steps * lanes);
        scratch = new float[size];
    }

    @Override
    int gatesOnState() {
        return CANDIDATE;
    }

    @Override
    void activate(int step, Matrix weights) {
        Elementwise.sigmoid(z[0], term[0], relevance[step]);
        Elementwise.sigmoid(z[1], term[1], update[step]);
        Elementwise.product(relevance[step], a[direction.before(step)], scratch);
        relevant.put(0, step * lanes, scratch, hidden, lanes);
        product(weights, CANDIDATE, gates, scratch);
        Elementwise.tanh(z[CANDIDATE], term[CANDIDATE], candidate[step]);
        Elementwise.interpolate(update[step], candidate[step], a[direction.before(step)], a[direction.after(step)]);
    }

    @Override
    void differentiate(int step, Matrix transposed) {
        Elementwise.backInterpolate(
                error, update[step], candidate[step], a[direction.before(step)], z[1], z[CANDIDATE], direct);
        sums.put(CANDIDATE * hidden, 0, z[CANDIDATE], hidden, lanes);
        Blas.multiply(
                hidden,
                lanes,
                hidden,
                transposed.at(0, CANDIDATE * hidden),
                transposed.stride(),
                sums.at(CANDIDATE * hidden, 0),
                sums.stride(),
                0f,
                operand.at(0, 0),
                operand.stride());
        operand.get(0, 0, scratch, hidden, lanes);
        Elementwise.backRelevance(scratch, relevance[step], a[direction.before(step)], z[0], direct);
    }

    @Override
    void recurrentGradient(Matrix target) {
        Blas.multiplyTransposed(
                CANDIDATE * hidden,
                hidden,
                steps * lanes,
                errors.at(0, 0),
                errors.stride(),
                activations.at(0, direction.before(0) * lanes),
                activations.stride(),
                target.at(0, 0),
                target.stride());
        Blas.multiplyTransposed(
                hidden,
                hidden,
                steps * lanes,
                errors.at(CANDIDATE * hidden, 0),
                errors.stride(),
                relevant.at(0, 0),
                relevant.stride(),
                target.at(CANDIDATE * hidden, 0),
                target.stride());
    }

    @Override
    void close() {
        super.close();
        relevant.close();
    }
}
