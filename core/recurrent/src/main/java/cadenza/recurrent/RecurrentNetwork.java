package cadenza.recurrent;

import java.util.ArrayList;
import java.util.List;

/**
 * A network that reads a sequence left to right, one step at a time: layers of recurrent cells, then
 * {@code logits = Wy·a⟨t⟩ + by}, whose softmax is ŷ⟨t⟩. Immutable and safe for use by several threads; what changes
 * lives in a {@link State}.
 */
public final class RecurrentNetwork {
    private final NetworkWeights weights;
    private final List<LayerState> prototypes;

    /** @throws IllegalArgumentException if the weights are of a bidirectional network */
    public RecurrentNetwork(NetworkWeights weights) {
        NetworkShape shape = weights.shape();
        if (shape.bidirectional()) {
            throw new IllegalArgumentException("a bidirectional network needs the whole sequence, not one step");
        }
        this.weights = weights;
        this.prototypes = weights.forward().stream()
                .map(layer -> LayerState.of(shape.cell(), shape.hidden(), layer))
                .toList();
    }

    public NetworkWeights weights() {
        return weights;
    }

    public NetworkShape shape() {
        return weights.shape();
    }

    /** A fresh state: a⟨0⟩ = 0 in every layer. */
    public State start() {
        return new State();
    }

    /** The recurrent state of one sequence; for one thread. */
    public final class State {
        private final List<LayerState> layers = new ArrayList<>();
        private final float[] logits = new float[shape().outputs()];

        private State() {
            prototypes.forEach(prototype -> layers.add(prototype.fresh()));
        }

        /**
         * One step.
         *
         * @param units the input units that are 1, each of {@code [0, inputs)}, or negative for none; all negative is
         *     the zero vector
         * @return logits, {@code [outputs]}; the array is reused by the next step
         */
        public float[] step(int[] units) {
            LayerState below = layers.get(0);
            below.readUnits(units);
            below.advance();
            for (int layer = 1; layer < layers.size(); layer++) {
                LayerState above = layers.get(layer);
                above.readActivations(below.activations);
                above.advance();
                below = above;
            }
            System.arraycopy(weights.outputBias(), 0, logits, 0, logits.length);
            Rows.addWeighted(weights.output(), below.activations, logits);
            return logits;
        }
    }
}
