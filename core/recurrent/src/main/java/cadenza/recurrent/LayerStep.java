package cadenza.recurrent;

import java.util.List;

/** The weights of one recurrent layer and the products of its step. Immutable and safe for use by several threads. */
final class LayerStep {
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
