package cadenza.recurrent;

/**
 * A bidirectional recurrent network (Schuster and Paliwal 1997): each layer reads the whole sequence forward and
 * backward and hands on both activations, joined, ŷ⟨t⟩ = g(Wy[a→⟨t⟩, a←⟨t⟩] + by). It needs the whole sequence, so it
 * cannot sample left to right. Immutable and safe for use by several threads.
 */
public final class BidirectionalNetwork {
    private final NetworkWeights weights;

    /** @throws IllegalArgumentException if the weights are of a one-directional network */
    public BidirectionalNetwork(NetworkWeights weights) {
        if (!weights.shape().bidirectional()) {
            throw new IllegalArgumentException("a one-directional network has no backward layers");
        }
        this.weights = weights;
    }

    /**
     * Reads a sequence.
     *
     * @param units for each position the input units that are 1, or negative for none
     * @return for each position the logits, {@code [length][outputs]}
     */
    public float[][] logits(int[][] units) {
        NetworkShape shape = weights.shape();
        float[][] joined = new float[units.length][];
        for (int layer = 0; layer < shape.layers(); layer++) {
            float[][] below = joined;
            joined = new float[units.length][shape.activations()];
            LayerState forward = LayerState.of(
                    shape.cell(), shape.hidden(), weights.forward().get(layer));
            LayerState backward = LayerState.of(
                    shape.cell(), shape.hidden(), weights.backward().get(layer));
            for (int i = 0; i < units.length; i++) {
                int last = units.length - 1 - i;
                read(forward, layer, units[i], below[i]);
                System.arraycopy(forward.activations, 0, joined[i], 0, shape.hidden());
                read(backward, layer, units[last], below[last]);
                System.arraycopy(backward.activations, 0, joined[last], shape.hidden(), shape.hidden());
            }
        }
        float[][] logits = new float[units.length][];
        for (int i = 0; i < units.length; i++) {
            logits[i] = weights.outputBias().clone();
            Rows.addWeighted(weights.output(), joined[i], logits[i]);
        }
        return logits;
    }

    private static void read(LayerState state, int layer, int[] units, float[] below) {
        if (layer == 0) {
            state.readUnits(units);
        } else {
            state.readActivations(below);
        }
        state.advance();
    }
}
