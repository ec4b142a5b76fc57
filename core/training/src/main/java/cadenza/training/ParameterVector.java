package cadenza.training;

import cadenza.recurrent.LayerWeights;
import cadenza.recurrent.NetworkShape;
import cadenza.recurrent.NetworkWeights;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Deeplearning4j's flat parameter vector of a network of {@link cadenza.training.layer.RecurrentLayer}s and a softmax
 * output, read as {@link NetworkWeights} and made of them. A bidirectional layer keeps its forward part before its backward part.
 */
final class ParameterVector {
    private final float[] values;
    private int position;

    private ParameterVector(float[] values) {
        this.values = values;
    }

    /** The weights in a vector, copied. @throws IllegalArgumentException if it is not as long as the shape asks */
    static NetworkWeights read(NetworkShape shape, INDArray parameters) {
        if (parameters.length() != shape.parameters()) {
            throw new IllegalArgumentException(
                    parameters.length() + " parameters do not fill a network of " + shape.parameters());
        }
        ParameterVector vector =
                new ParameterVector(Nd4j.toFlattened('c', parameters).toFloatVector());
        List<LayerWeights> forward = new ArrayList<>();
        List<LayerWeights> backward = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            forward.add(vector.layer(shape, layer));
            if (shape.bidirectional()) {
                backward.add(vector.layer(shape, layer));
            }
        }
        return new NetworkWeights(
                shape,
                forward,
                backward,
                vector.columns(shape.activations(), shape.outputs()),
                vector.columns(1, shape.outputs())[0]);
    }

    /** The vector of these weights. */
    static float[] values(NetworkWeights weights) {
        ParameterVector vector =
                new ParameterVector(new float[Math.toIntExact(weights.shape().parameters())]);
        for (int layer = 0; layer < weights.shape().layers(); layer++) {
            vector.put(weights.forward().get(layer));
            if (weights.shape().bidirectional()) {
                vector.put(weights.backward().get(layer));
            }
        }
        vector.put(weights.output());
        vector.put(new float[][] {weights.outputBias()});
        return vector.values;
    }

    private void put(LayerWeights layer) {
        put(layer.input());
        put(layer.recurrent());
        put(new float[][] {layer.bias()});
    }

    /** Stores rows column by column. */
    private void put(float[][] rows) {
        for (int column = 0; column < rows[0].length; column++) {
            for (float[] row : rows) {
                values[position++] = row[column];
            }
        }
    }

    private LayerWeights layer(NetworkShape shape, int layer) {
        int width = shape.gateWidth();
        return new LayerWeights(
                columns(shape.layerInputs(layer), width), columns(shape.hidden(), width), columns(1, width)[0]);
    }

    /** The next array, stored column by column, as rows. */
    private float[][] columns(int rows, int width) {
        float[][] result = new float[rows][width];
        for (int column = 0; column < width; column++) {
            for (int row = 0; row < rows; row++) {
                result[row][column] = values[position++];
            }
        }
        return result;
    }
}
