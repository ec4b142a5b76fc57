package cadenza.recurrent;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A bidirectional recurrent network (Schuster and Paliwal 1997): each layer reads the whole sequence forward and
 * backward and hands on both activations, joined, ŷ⟨t⟩ = g(Wy[a→⟨t⟩, a←⟨t⟩] + by). It needs the whole sequence, so it
 * cannot sample left to right. Immutable and safe for use by several threads.
 */
public final class BidirectionalNetwork {
    /** Positions whose logits stay in the cache while the output weights pass by once. */
    private static final int TOGETHER = 8;

    private final NetworkWeights weights;
    private final List<LayerStep> forward;
    private final List<LayerStep> backward;

    /** @throws IllegalArgumentException if the weights are of a one-directional network */
    public BidirectionalNetwork(NetworkWeights weights) {
        if (!weights.shape().bidirectional()) {
            throw new IllegalArgumentException("a one-directional network has no backward layers");
        }
        this.weights = weights;
        forward = steps(weights.shape(), weights.forward());
        backward = steps(weights.shape(), weights.backward());
    }

    /** The blueprint. */
    public NetworkShape shape() {
        return weights.shape();
    }

    /** The weights it was made of. */
    public NetworkWeights weights() {
        return weights;
    }

    /**
     * Reads a sequence.
     *
     * @param units for each position the input units that are 1, or negative for none
     * @return for each position the logits, {@code [length][outputs]}
     */
    public float[][] logits(int[][] units) {
        return logits(units, IntStream.range(0, units.length).toArray());
    }

    /**
     * Reads a sequence and predicts at some of its positions.
     *
     * @param positions of {@code [0, length)}
     * @return the logits at these positions, {@code [positions][outputs]}
     */
    public float[][] logits(int[][] units, int[] positions) {
        float[][] joined = new float[units.length][shape().activations()];
        for (int layer = 0; layer < shape().layers(); layer++) {
            float[][] below = joined;
            float[][] above = new float[units.length][shape().activations()];
            int l = layer;
            // The directions do not wait for each other, and write to different halves: the same bits in any order.
            IntStream.range(0, 2).parallel().forEach(direction -> read(l, direction == 1, units, below, above));
            joined = above;
        }
        float[][] top = joined;
        float[][] logits = new float[positions.length][];
        int groups = (positions.length + TOGETHER - 1) / TOGETHER;
        IntStream.range(0, groups).parallel().forEach(group -> predict(top, positions, group * TOGETHER, logits));
        return logits;
    }

    /** The logits of the positions {@code [from, from + TOGETHER)}: a position's are the same bits whatever its group. */
    private void predict(float[][] top, int[] positions, int from, float[][] logits) {
        int to = Math.min(positions.length, from + TOGETHER);
        float[][] read = new float[to - from][];
        for (int i = from; i < to; i++) {
            read[i - from] = top[positions[i]];
            logits[i] = weights.outputBias().clone();
        }
        Rows.addWeighted(weights.output(), read, Arrays.copyOfRange(logits, from, to));
    }

    private void read(int layer, boolean backward, int[][] units, float[][] below, float[][] above) {
        LayerStep step = (backward ? this.backward : forward).get(layer);
        float[][][] projected = layer == 0 ? step.projectUnits(units) : step.projectActivations(below);
        LayerState[] state = {step.start()};
        int hidden = shape().hidden();
        for (int i = 0; i < units.length; i++) {
            int position = backward ? units.length - 1 - i : i;
            step.readProjected(state, projected, position);
            System.arraycopy(state[0].activations, 0, above[position], backward ? hidden : 0, hidden);
        }
    }

    private static List<LayerStep> steps(NetworkShape shape, List<LayerWeights> layers) {
        return layers.stream()
                .map(layer -> new LayerStep(shape.cell(), shape.hidden(), layer))
                .toList();
    }
}
