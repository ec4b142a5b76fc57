package cadenza.recurrent;

import java.util.Arrays;

/** Gates that read the same activations, computed side by side: {@code z = W·x + U·a + b}. Immutable. */
final class GateBlock {
    private final float[][] input;
    private final float[][] recurrent;
    private final float[] bias;

    private GateBlock(float[][] input, float[][] recurrent, float[] bias) {
        this.input = input;
        this.recurrent = recurrent;
        this.bias = bias;
    }

    /** The columns {@code [from, to)} of a layer's weights; shared where that is all of them. */
    static GateBlock of(LayerWeights weights, int from, int to) {
        if (from == 0 && to == weights.bias().length) {
            return new GateBlock(weights.input(), weights.recurrent(), weights.bias());
        }
        return new GateBlock(
                columns(weights.input(), from, to),
                columns(weights.recurrent(), from, to),
                Arrays.copyOfRange(weights.bias(), from, to));
    }

    private static float[][] columns(float[][] rows, int from, int to) {
        float[][] part = new float[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            part[row] = Arrays.copyOfRange(rows[row], from, to);
        }
        return part;
    }

    /** {@code z = b}. */
    void begin(float[] z) {
        System.arraycopy(bias, 0, z, 0, z.length);
    }

    /** b, copied. */
    float[] bias() {
        return bias.clone();
    }

    /** {@code z += W·x} for one-hot units. */
    void addUnits(int[] units, float[] z) {
        Rows.addSelected(input, units, z);
    }

    /** {@code z += W·x} for the activations of the layer below, of each lane. */
    void addBelow(float[][] below, float[][] z) {
        Rows.addWeighted(input, below, z);
    }

    /** {@code z += U·a}, of each lane. */
    void addRecurrent(float[][] activations, float[][] z) {
        Rows.addWeighted(recurrent, activations, z);
    }
}
