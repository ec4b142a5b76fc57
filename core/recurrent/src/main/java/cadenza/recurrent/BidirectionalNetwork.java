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
            LayerStep forward = step(weights.forward().get(layer));
            LayerStep backward = step(weights.backward().get(layer));
            LayerState[] forwardState = {forward.start()};
            LayerState[] backwardState = {backward.start()};
            for (int i = 0; i < units.length; i++) {
                int last = units.length - 1 - i;
                read(forward, forwardState, layer, units[i], below[i]);
                System.arraycopy(forwardState[0].activations, 0, joined[i], 0, shape.hidden());
                read(backward, backwardState, layer, units[last], below[last]);
                System.arraycopy(backwardState[0].activations, 0, joined[last], shape.hidden(), shape.hidden());
            }
        }
        float[][] logits = new float[units.length][];
        for (int i = 0; i < units.length; i++) {
            logits[i] = weights.outputBias().clone();
        }
        Rows.addWeighted(weights.output(), joined, logits);
        return logits;
    }

    private LayerStep step(LayerWeights layer) {
        return new LayerStep(weights.shape().cell(), weights.shape().hidden(), layer);
    }

    private static void read(LayerStep step, LayerState[] state, int layer, int[] units, float[] below) {
        if (layer == 0) {
            step.readUnits(state, new int[][] {units});
        } else {
            step.readActivations(state, new float[][] {below});
        }
    }
}
