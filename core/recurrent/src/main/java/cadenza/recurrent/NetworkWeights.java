package cadenza.recurrent;

import cadenza.api.ModelContents;
import cadenza.api.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of a network. Arrays are shared, not copied, and never changed once here.
 *
 * @param shape the blueprint they fill
 * @param forward one for each layer
 * @param backward one for each layer of a bidirectional network, else empty
 * @param output one row of {@code [outputs]} for each activation of the last layer
 * @param outputBias {@code [outputs]}
 */
public record NetworkWeights(
        NetworkShape shape,
        List<LayerWeights> forward,
        List<LayerWeights> backward,
        float[][] output,
        float[] outputBias) {

    private static final String FORWARD = "forward";
    private static final String BACKWARD = "backward";

    public NetworkWeights {
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
    }

    /** The weights by name, row-major: {@code layer.0.forward.input}, …, {@code output.bias}. */
    public Map<String, Tensor> toTensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            put(tensors, name(layer, FORWARD), forward.get(layer));
            if (shape.bidirectional()) {
                put(tensors, name(layer, BACKWARD), backward.get(layer));
            }
        }
        tensors.put("output.weights", flat(output));
        tensors.put("output.bias", vector(outputBias));
        return tensors;
    }

    /** The weights of a shape out of a model file. @throws cadenza.api.UserException if one is missing or misshapen */
    public static NetworkWeights of(NetworkShape shape, ModelContents contents) {
        List<LayerWeights> forward = new ArrayList<>();
        List<LayerWeights> backward = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            forward.add(layer(shape, layer, FORWARD, contents));
            if (shape.bidirectional()) {
                backward.add(layer(shape, layer, BACKWARD, contents));
            }
        }
        return new NetworkWeights(
                shape,
                forward,
                backward,
                rows(contents, "output.weights", shape.activations(), shape.outputs()),
                contents.tensor("output.bias", shape.outputs()));
    }

    private static LayerWeights layer(NetworkShape shape, int layer, String direction, ModelContents contents) {
        String name = name(layer, direction);
        int width = shape.gateWidth();
        return new LayerWeights(
                rows(contents, name + ".input", shape.layerInputs(layer), width),
                rows(contents, name + ".recurrent", shape.hidden(), width),
                contents.tensor(name + ".bias", width));
    }

    private static String name(int layer, String direction) {
        return "layer." + layer + "." + direction;
    }

    private static void put(Map<String, Tensor> tensors, String name, LayerWeights weights) {
        tensors.put(name + ".input", flat(weights.input()));
        tensors.put(name + ".recurrent", flat(weights.recurrent()));
        tensors.put(name + ".bias", vector(weights.bias()));
    }

    private static Tensor flat(float[][] rows) {
        int width = rows[0].length;
        float[] values = new float[rows.length * width];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, values, row * width, width);
        }
        return new Tensor(new int[] {rows.length, width}, values);
    }

    private static Tensor vector(float[] values) {
        return new Tensor(new int[] {values.length}, values);
    }

    private static float[][] rows(ModelContents contents, String name, int rows, int width) {
        float[] values = contents.tensor(name, rows, width);
        float[][] split = new float[rows][];
        for (int row = 0; row < rows; row++) {
            split[row] = Arrays.copyOfRange(values, row * width, (row + 1) * width);
        }
        return split;
    }
}
