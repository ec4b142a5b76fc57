package cadenza.recurrent;

import java.util.Arrays;
import java.util.List;

/** The weights of one recurrent layer and the products of its step. Immutable and safe for use by several threads. */
final class LayerStep {
    /** Positions whose sums stay in the cache while the weights pass by once. */
    private static final int TOGETHER = 16;

    private final Cell cell;
    private final int hidden;
    private final List<GateBlock> blocks;

    LayerStep(Cell cell, int hidden, LayerWeights weights) {
        this.cell = cell;
        this.hidden = hidden;
        this.blocks = switch (cell) {
            case RNN, GRU_ONE_GATE, LSTM -> List.of(GateBlock.of(weights, 0, cell.gates() * hidden));
            // The candidate reads Γr ∗ c⟨t−1⟩, which the gates must give first.
            case GRU -> List.of(GateBlock.of(weights, 0, 2 * hidden), GateBlock.of(weights, 2 * hidden, 3 * hidden));
        };
    }

    /** A state of zeros. */
    LayerState start() {
        return LayerState.of(cell, hidden);
    }

    /**
     * One step of the first layer in several lanes.
     *
     * @param units for each lane the units that are 1; negative ones stand for none
     */
    void readUnits(LayerState[] states, int[][] units) {
        for (int block = 0; block < blocks.size(); block++) {
            for (int lane = 0; lane < states.length; lane++) {
                float[] z = states[lane].z[block];
                blocks.get(block).begin(z);
                blocks.get(block).addUnits(units[lane], z);
            }
        }
        recur(states);
    }

    /**
     * One step of a further layer in several lanes.
     *
     * @param below for each lane the activations of the layer below
     */
    void readActivations(LayerState[] states, float[][] below) {
        float[][] sums = new float[states.length][];
        for (int block = 0; block < blocks.size(); block++) {
            for (int lane = 0; lane < states.length; lane++) {
                sums[lane] = states[lane].z[block];
                blocks.get(block).begin(sums[lane]);
            }
            blocks.get(block).addBelow(below, sums);
        }
        recur(states);
    }

    /**
     * What the input adds to z at several positions, bias included, for {@link #readProjected}.
     *
     * @param units for each position the units that are 1; negative ones stand for none
     * @return {@code [block][position][width]}
     */
    float[][][] projectUnits(int[][] units) {
        float[][][] sums = new float[blocks.size()][units.length][];
        for (int block = 0; block < sums.length; block++) {
            for (int position = 0; position < units.length; position++) {
                sums[block][position] = blocks.get(block).bias();
                blocks.get(block).addUnits(units[position], sums[block][position]);
            }
        }
        return sums;
    }

    /** The same for the activations of the layer below, {@code [position]}. */
    float[][][] projectActivations(float[][] below) {
        float[][][] sums = new float[blocks.size()][below.length][];
        for (int block = 0; block < sums.length; block++) {
            for (int position = 0; position < below.length; position++) {
                sums[block][position] = blocks.get(block).bias();
            }
            for (int from = 0; from < below.length; from += TOGETHER) {
                int to = Math.min(below.length, from + TOGETHER);
                blocks.get(block)
                        .addBelow(Arrays.copyOfRange(below, from, to), Arrays.copyOfRange(sums[block], from, to));
            }
        }
        return sums;
    }

    /** One step of a single state. @param projected as the methods above gave it */
    void readProjected(LayerState[] state, float[][][] projected, int position) {
        for (int block = 0; block < blocks.size(); block++) {
            state[0].z[block] = projected[block][position];
        }
        recur(state);
    }

    private void recur(LayerState[] states) {
        float[][] operands = new float[states.length][];
        float[][] sums = new float[states.length][];
        for (int block = 0; block < blocks.size(); block++) {
            for (int lane = 0; lane < states.length; lane++) {
                operands[lane] = states[lane].operand(block);
                sums[lane] = states[lane].z[block];
            }
            blocks.get(block).addRecurrent(operands, sums);
            for (int lane = 0; lane < states.length; lane++) {
                states[lane].apply(block);
            }
        }
    }
}
