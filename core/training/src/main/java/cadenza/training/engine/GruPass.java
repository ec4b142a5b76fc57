package cadenza.training.engine;

import cadenza.recurrent.Activation;
import cadenza.recurrent.Cell;

/** {@link Cell#GRU}. Its candidate reads Γr ∗ a⟨t−1⟩, so each step needs a second product. */
final class GruPass extends LayerPass {
    private static final int CANDIDATE = 2;

    private final float[][] relevance;
    private final float[][] update;
    private final float[][] candidate;
    private final Matrix relevant;
    private final Matrix product;
    private final float[] scratch;

    GruPass(int hidden, int lanes, int steps) {
        super(Cell.GRU.gates(), hidden, lanes, steps);
        int size = hidden * lanes;
        relevance = new float[steps][size];
        update = new float[steps][size];
        candidate = new float[steps][size];
        relevant = Matrix.padded(hidden, steps * lanes);
        product = Matrix.dense(hidden, lanes);
        scratch = new float[size];
    }

    @Override
    int gatesOnState() {
        return CANDIDATE;
    }

    @Override
    void activate(int step, Matrix weights, Matrix sums, int column, boolean started) {
        Activation.sigmoid(z[0]);
        Activation.sigmoid(z[1]);
        System.arraycopy(z[0], 0, relevance[step], 0, z[0].length);
        System.arraycopy(z[1], 0, update[step], 0, z[1].length);
        Elementwise.product(relevance[step], a[step], scratch);
        relevant.put(0, step * lanes, scratch, hidden, lanes);
        Blas.multiply(
                hidden,
                lanes,
                hidden,
                weights.at(CANDIDATE * hidden, 0),
                weights.stride(),
                relevant.at(0, step * lanes),
                relevant.stride(),
                started ? 1f : 0f,
                sums.at(CANDIDATE * hidden, column),
                sums.stride());
        readSum(CANDIDATE, sums, column);
        Activation.tanh(z[CANDIDATE]);
        System.arraycopy(z[CANDIDATE], 0, candidate[step], 0, scratch.length);
        Elementwise.interpolate(update[step], candidate[step], a[step], a[step + 1]);
    }

    @Override
    void differentiate(int step, Matrix transposed) {
        Elementwise.backInterpolate(error, update[step], candidate[step], a[step], z[1], z[CANDIDATE], direct);
        int column = step * lanes;
        errors.put(CANDIDATE * hidden, column, z[CANDIDATE], hidden, lanes);
        Blas.multiply(
                hidden,
                lanes,
                hidden,
                transposed.at(0, CANDIDATE * hidden),
                transposed.stride(),
                errors.at(CANDIDATE * hidden, column),
                errors.stride(),
                0f,
                product.at(0, 0),
                product.stride());
        product.get(0, 0, scratch, hidden, lanes);
        Elementwise.backRelevance(scratch, relevance[step], a[step], z[0], direct);
    }

    @Override
    void recurrentGradient(Matrix target) {
        Blas.multiplyTransposed(
                CANDIDATE * hidden,
                hidden,
                steps * lanes,
                errors.at(0, 0),
                errors.stride(),
                activations.at(0, 0),
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
        product.close();
    }
}
