package cadenza.training.engine;

import cadenza.recurrent.NetworkShape;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Gradient clipping and Adam in one pass over the parameters, shared by several threads: the numbers of
 * Deeplearning4j's {@code ClipL2PerLayer} and {@code Adam} to rounding, in its own arrays, in a tenth of the time.
 *
 * <p>With g the gradient of a layer, scaled down to the norm {@code clip} where it is longer, and t from 1:
 * {@code m = β1·m + (1 − β1)·g}, {@code v = β2·v + (1 − β2)·g²}, {@code w −= α·√(1 − β2ᵗ) / (1 − β1ᵗ) · m / (√v + ε)}
 * (Kingma and Ba 2015, the faster form at the end of their section 2).
 *
 * <p>A step is {@link #squares} for all stripes, then {@link #update} for all stripes; the stripes of either may run in
 * different threads.
 */
public final class ClippedAdam {
    private static final int PIECE = 4096; // four arrays of it stay in the first two caches

    private final Matrix parameters;
    private final Matrix gradient;
    private final Matrix moments;
    private final int size;
    private final double clip;
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final int layers;
    private final List<Piece> pieces = new ArrayList<>();
    private final double[] squares; // of each piece of the gradient

    /** Parameters {@code [from, from + length)}, all of one layer. */
    private record Piece(int layer, int from, int length) {}

    /**
     * @param parameters Deeplearning4j's flat parameter vector
     * @param gradient Deeplearning4j's flat gradient vector
     * @param moments Deeplearning4j's state of its Adam: all of m, then all of v
     * @param clip a layer's gradient is scaled down to this L2 norm where it is longer
     */
    public ClippedAdam(
            NetworkShape shape,
            FloatPointer parameters,
            FloatPointer gradient,
            FloatPointer moments,
            double clip,
            double beta1,
            double beta2,
            double epsilon) {
        this.size = Math.toIntExact(shape.parameters());
        this.parameters = Matrix.view(parameters, 0, 1, size);
        this.gradient = Matrix.view(gradient, 0, 1, size);
        this.moments = Matrix.view(moments, 0, 2, size);
        this.clip = clip;
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        this.layers = shape.layers() + 1;
        ParameterLayout layout = new ParameterLayout(shape);
        for (int layer = 0; layer < shape.layers(); layer++) {
            cut(layer, layout.layer(layer), layout.layer(layer + 1));
        }
        cut(shape.layers(), layout.output(), size);
        squares = new double[pieces.size()];
    }

    private void cut(int layer, long from, long to) {
        for (long at = from; at < to; at += PIECE) {
            pieces.add(new Piece(layer, (int) at, (int) Math.min(PIECE, to - at)));
        }
    }

    /** Measures each {@code stripes}-th piece of the gradient, from the given one on. */
    void squares(int stripe, int stripes) {
        float[] g = new float[PIECE];
        for (int i = stripe; i < pieces.size(); i += stripes) {
            Piece piece = pieces.get(i);
            gradient.get(0, piece.from, g, 1, piece.length);
            squares[i] = sumOfSquares(g, piece.length);
        }
    }

    private static double sumOfSquares(float[] g, int length) {
        double sum = 0;
        for (int j = 0; j < length; j++) {
            sum += (double) g[j] * g[j];
        }
        return sum;
    }

    /**
     * Updates each {@code stripes}-th piece of the parameters, from the given one on.
     *
     * @param learningRate α
     * @param step t, from 1
     */
    void update(int stripe, int stripes, double learningRate, int step) {
        float[] scales = scales();
        float rate = (float) (learningRate * Math.sqrt(1 - Math.pow(beta2, step)) / (1 - Math.pow(beta1, step)));
        float[] g = new float[PIECE];
        float[] m = new float[PIECE];
        float[] v = new float[PIECE];
        float[] w = new float[PIECE];
        for (int i = stripe; i < pieces.size(); i += stripes) {
            Piece piece = pieces.get(i);
            gradient.get(0, piece.from, g, 1, piece.length);
            moments.get(0, piece.from, m, 1, piece.length);
            moments.get(1, piece.from, v, 1, piece.length);
            parameters.get(0, piece.from, w, 1, piece.length);
            average(g, m, scales[piece.layer], (float) beta1);
            averageSquares(g, v, scales[piece.layer], (float) beta2);
            descend(m, v, w, rate, (float) epsilon);
            moments.put(0, piece.from, m, 1, piece.length);
            moments.put(1, piece.from, v, 1, piece.length);
            parameters.put(0, piece.from, w, 1, piece.length);
        }
    }

    /** What each layer's gradient is multiplied with; the pieces are added up in their order, whoever measured them. */
    private float[] scales() {
        double[] sums = new double[layers];
        for (int i = 0; i < squares.length; i++) {
            sums[pieces.get(i).layer] += squares[i];
        }
        float[] scales = new float[layers];
        for (int layer = 0; layer < layers; layer++) {
            double norm = Math.sqrt(sums[layer]);
            scales[layer] = (float) (norm > clip ? clip / norm : 1);
        }
        return scales;
    }

    private static void average(float[] g, float[] m, float scale, float beta) {
        float rest = (1f - beta) * scale;
        for (int j = 0; j < m.length; j++) {
            m[j] = beta * m[j] + rest * g[j];
        }
    }

    private static void averageSquares(float[] g, float[] v, float scale, float beta) {
        float rest = (1f - beta) * scale * scale;
        for (int j = 0; j < v.length; j++) {
            v[j] = beta * v[j] + rest * g[j] * g[j];
        }
    }

    private static void descend(float[] m, float[] v, float[] w, float rate, float epsilon) {
        for (int j = 0; j < w.length; j++) {
            w[j] -= rate * m[j] / ((float) Math.sqrt(v[j]) + epsilon);
        }
    }
}
