package cadenza.recurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Networks and inputs for the tests of this package. */
final class Networks {
    private Networks() {}

    /** Weights up to 1/√hidden: larger ones would make errors grow from step to step. */
    static NetworkWeights random(NetworkShape shape, long seed) {
        Random random = new Random(seed);
        List<LayerWeights> forward = new ArrayList<>();
        List<LayerWeights> backward = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            forward.add(layer(shape, layer, random));
            if (shape.bidirectional()) {
                backward.add(layer(shape, layer, random));
            }
        }
        return new NetworkWeights(
                shape,
                forward,
                backward,
                rows(shape.activations(), shape.outputs(), random, shape),
                rows(1, shape.outputs(), random, shape)[0]);
    }

    private static LayerWeights layer(NetworkShape shape, int layer, Random random) {
        int width = shape.gateWidth();
        return new LayerWeights(
                rows(shape.layerInputs(layer), width, random, shape),
                rows(shape.hidden(), width, random, shape),
                rows(1, width, random, shape)[0]);
    }

    private static float[][] rows(int count, int width, Random random, NetworkShape shape) {
        float spread = (float) (1 / Math.sqrt(shape.hidden()));
        float[][] rows = new float[count][width];
        for (float[] row : rows) {
            for (int i = 0; i < width; i++) {
                row[i] = spread * (2 * random.nextFloat() - 1);
            }
        }
        return rows;
    }

    /** The input vector in which these units are 1; negative ones stand for none. */
    static double[] oneHot(int inputs, int... units) {
        double[] x = new double[inputs];
        for (int unit : units) {
            if (unit >= 0) {
                x[unit]++;
            }
        }
        return x;
    }

    /** {@code Wy·a + by}. */
    static double[] logits(NetworkWeights weights, double[] activations) {
        double[] logits = new double[weights.outputBias().length];
        for (int v = 0; v < logits.length; v++) {
            logits[v] = weights.outputBias()[v];
            for (int k = 0; k < activations.length; k++) {
                logits[v] += weights.output()[k][v] * activations[k];
            }
        }
        return logits;
    }

    static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
