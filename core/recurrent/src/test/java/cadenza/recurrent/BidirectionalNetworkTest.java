package cadenza.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BidirectionalNetworkTest {
    private static final int[][] SEQUENCE = {{-1}, {0}, {2}, {1}, {0}};

    private static NetworkShape shape(Cell cell, int layers) {
        return new NetworkShape(3, cell, true, layers, 2, 4);
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void isAForwardAndABackwardPassJoinedAtEachPosition(Cell cell) {
        NetworkWeights weights = Networks.random(shape(cell, 1), 1);
        assertFollowsTheFormulas(weights);
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void aSecondLayerReadsBothDirectionsOfTheFirst(Cell cell) {
        assertFollowsTheFormulas(Networks.random(shape(cell, 2), 2));
    }

    private static void assertFollowsTheFormulas(NetworkWeights weights) {
        NetworkShape shape = weights.shape();
        double[][] joined = new double[SEQUENCE.length][];
        for (int t = 0; t < SEQUENCE.length; t++) {
            joined[t] = Networks.oneHot(shape.inputs(), SEQUENCE[t]);
        }
        for (int layer = 0; layer < shape.layers(); layer++) {
            Formulas forward = new Formulas(shape.cell(), 2, weights.forward().get(layer));
            Formulas backward = new Formulas(shape.cell(), 2, weights.backward().get(layer));
            double[][] next = new double[SEQUENCE.length][4];
            for (int t = 0; t < SEQUENCE.length; t++) {
                System.arraycopy(forward.step(joined[t]), 0, next[t], 0, 2);
            }
            for (int t = SEQUENCE.length - 1; t >= 0; t--) {
                System.arraycopy(backward.step(joined[t]), 0, next[t], 2, 2);
            }
            joined = next;
        }
        float[][] logits = new BidirectionalNetwork(weights).logits(SEQUENCE);
        assertThat(logits).hasDimensions(SEQUENCE.length, 4);
        for (int t = 0; t < SEQUENCE.length; t++) {
            assertThat(Networks.widened(logits[t])).containsExactly(Networks.logits(weights, joined[t]), within(4e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void whatComesLaterChangesWhatStandsBefore(Cell cell) {
        BidirectionalNetwork network = new BidirectionalNetwork(Networks.random(shape(cell, 1), 3));
        int[][] other = SEQUENCE.clone();
        other[4] = new int[] {2};
        assertThat(network.logits(other)[0]).isNotEqualTo(network.logits(SEQUENCE)[0]);
        int[][] earlier = SEQUENCE.clone();
        earlier[0] = new int[] {2};
        assertThat(network.logits(earlier)[4]).isNotEqualTo(network.logits(SEQUENCE)[4]);
        assertThat(network.logits(SEQUENCE)).isDeepEqualTo(network.logits(SEQUENCE));
    }

    @Test
    void aSequenceOfNothingHasNoLogits() {
        assertThat(new BidirectionalNetwork(Networks.random(shape(Cell.GRU, 2), 4)).logits(new int[0][]))
                .isEmpty();
    }

    @Test
    void directionsAreNotMixedUp() {
        NetworkWeights both = Networks.random(shape(Cell.GRU, 1), 5);
        NetworkWeights one = Networks.random(new NetworkShape(3, Cell.GRU, false, 1, 2, 4), 5);
        assertThatThrownBy(() -> new RecurrentNetwork(both)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BidirectionalNetwork(one)).isInstanceOf(IllegalArgumentException.class);
    }
}
