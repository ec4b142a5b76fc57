package cadenza.recurrent;

import java.util.List;

/**
 * A network that reads sequences left to right, one step at a time: layers of recurrent cells, then
 * {@code logits = Wy·a⟨t⟩ + by}, whose softmax is ŷ⟨t⟩. Immutable and safe for use by several threads; what changes
 * lives in {@link Lanes}.
 */
public final class RecurrentNetwork {
    private final NetworkWeights weights;
    private final List<LayerStep> layers;

    /** @throws IllegalArgumentException if the weights are of a bidirectional network */
    public RecurrentNetwork(NetworkWeights weights) {
        NetworkShape shape = weights.shape();
        if (shape.bidirectional()) {
            throw new IllegalArgumentException("a bidirectional network needs the whole sequence, not one step");
        }
        this.weights = weights;
        this.layers = weights.forward().stream()
                .map(layer -> new LayerStep(shape.cell(), shape.hidden(), layer))
                .toList();
    }

    public NetworkWeights weights() {
        return weights;
    }

    public NetworkShape shape() {
        return weights.shape();
    }

    /**
     * Fresh states of sequences that step together: a⟨0⟩ = 0 in every layer.
     *
     * @param lanes number of sequences, 1 or more
     */
    public Lanes start(int lanes) {
        return new Lanes(lanes);
    }

    /**
     * The recurrent states of sequences that step together over one pass of the weights. What a lane gives is the same
     * bits however many lanes there are, and whichever rest. For one thread.
     */
    public final class Lanes {
        private final LayerState[][] states; // [layer][lane]
        private final float[][] logits;

        private Lanes(int lanes) {
            this(new LayerState[layers.size()][lanes], new float[lanes][shape().outputs()]);
            for (int layer = 0; layer < states.length; layer++) {
                for (int lane = 0; lane < lanes; lane++) {
                    states[layer][lane] = layers.get(layer).start();
                }
            }
        }

        private Lanes(LayerState[][] states, float[][] logits) {
            this.states = states;
            this.logits = logits;
        }

        /** The same states, which go their own way from here; the logits of the last step stay with these. */
        public Lanes copy() {
            LayerState[][] copies = new LayerState[states.length][logits.length];
            for (int layer = 0; layer < states.length; layer++) {
                for (int lane = 0; lane < logits.length; lane++) {
                    copies[layer][lane] = states[layer][lane].copy();
                }
            }
            return new Lanes(copies, new float[logits.length][shape().outputs()]);
        }

        /**
         * One step.
         *
         * @param units for each lane the input units that are 1, each of {@code [0, inputs)}, or negative for none; all
         *     negative is the zero vector. A lane without units (null) rests: its state and its logits stay
         * @return logits, {@code [lanes][outputs]}; the arrays are reused by the next step
         */
        public float[][] step(int[][] units) {
            int[] awake = awake(units);
            int count = awake.length;
            int[][] read = new int[count][];
            for (int i = 0; i < count; i++) {
                read[i] = units[awake[i]];
            }
            LayerState[] below = select(states[0], awake);
            layers.get(0).readUnits(below, read);
            for (int layer = 1; layer < states.length; layer++) {
                LayerState[] above = select(states[layer], awake);
                layers.get(layer).readActivations(above, activations(below));
                below = above;
            }
            float[][] sums = new float[count][];
            for (int i = 0; i < count; i++) {
                sums[i] = logits[awake[i]];
                System.arraycopy(weights.outputBias(), 0, sums[i], 0, sums[i].length);
            }
            Rows.addWeighted(weights.output(), activations(below), sums);
            return logits;
        }

        private int[] awake(int[][] units) {
            int count = 0;
            for (int[] lane : units) {
                count += lane == null ? 0 : 1;
            }
            int[] awake = new int[count];
            int next = 0;
            for (int lane = 0; lane < units.length; lane++) {
                if (units[lane] != null) {
                    awake[next++] = lane;
                }
            }
            return awake;
        }

        private static LayerState[] select(LayerState[] all, int[] lanes) {
            LayerState[] selected = new LayerState[lanes.length];
            for (int i = 0; i < lanes.length; i++) {
                selected[i] = all[lanes[i]];
            }
            return selected;
        }

        private static float[][] activations(LayerState[] states) {
            float[][] activations = new float[states.length][];
            for (int i = 0; i < states.length; i++) {
                activations[i] = states[i].activations;
            }
            return activations;
        }
    }
}
