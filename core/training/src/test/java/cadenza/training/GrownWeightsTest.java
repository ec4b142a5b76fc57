package cadenza.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.recurrent.Cell;
import cadenza.recurrent.LayerWeights;
import cadenza.recurrent.NetworkShape;
import cadenza.recurrent.NetworkWeights;
import cadenza.recurrent.RecurrentNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.factory.Nd4j;

class GrownWeightsTest {
    private final Random random = new Random(1);

    private NetworkWeights random(NetworkShape shape) {
        List<LayerWeights> layers = IntStream.range(0, shape.layers())
                .mapToObj(layer -> new LayerWeights(
                        rows(shape.layerInputs(layer), shape.gateWidth()),
                        rows(shape.hidden(), shape.gateWidth()),
                        rows(1, shape.gateWidth())[0]))
                .toList();
        return new NetworkWeights(
                shape, layers, List.of(), rows(shape.hidden(), shape.outputs()), rows(1, shape.outputs())[0]);
    }

    private float[][] rows(int rows, int width) {
        float[][] values = new float[rows][width];
        for (float[] row : values) {
            for (int i = 0; i < width; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return values;
    }

    private static NetworkShape shape(Cell cell, int symbols) {
        return new NetworkShape(symbols, cell, false, 2, 6, symbols);
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void amongTheSymbolsItHadAGrownNetworkPredictsAsBefore(Cell cell) {
        NetworkWeights known = random(shape(cell, 5));
        NetworkWeights grown = GrownWeights.of(known, random(shape(cell, 8)));
        RecurrentNetwork.Lanes before = new RecurrentNetwork(known).start(1);
        RecurrentNetwork.Lanes after = new RecurrentNetwork(grown).start(1);
        for (int token : new int[] {-1, 4, 0, 3, 3, 1}) {
            float[] expected = before.step(new int[][] {{token}})[0];
            float[] actual = after.step(new int[][] {{token}})[0];
            assertThat(Arrays.copyOf(actual, 5)).isEqualTo(expected);
        }
    }

    @Test
    void aNewSymbolBeginsWithFreshWeightsAndTheLowestBias() {
        NetworkWeights known = random(shape(Cell.LSTM, 5));
        NetworkWeights fresh = random(shape(Cell.LSTM, 7));
        NetworkWeights grown = GrownWeights.of(known, fresh);
        assertThat(grown.forward().get(0).input()[6])
                .isEqualTo(fresh.forward().get(0).input()[6]);
        assertThat(grown.output()[3][5]).isEqualTo(fresh.output()[3][5]);
        float lowest = known.outputBias()[0];
        for (float bias : known.outputBias()) {
            lowest = Math.min(lowest, bias);
        }
        assertThat(grown.outputBias()).hasSize(7).endsWith(lowest, lowest);
    }

    @Test
    void withoutNewSymbolsNothingChanges() {
        NetworkWeights known = random(shape(Cell.GRU, 5));
        assertThat(GrownWeights.of(known, random(shape(Cell.GRU, 5))).toTensors())
                .isEqualTo(known.toTensors());
    }

    @Test
    void anotherShapeIsRefused() {
        NetworkWeights known = random(shape(Cell.GRU, 5));
        for (NetworkShape other : List.of(shape(Cell.GRU, 4), shape(Cell.LSTM, 6))) {
            NetworkWeights fresh = random(other);
            assertThatThrownBy(() -> GrownWeights.of(known, fresh)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void aParameterVectorOfWeightsIsReadAsTheseWeights(Cell cell) {
        NetworkWeights weights = random(new NetworkShape(5, cell, false, 3, 4, 7));
        float[] values = ParameterVector.values(weights);
        NetworkWeights read = ParameterVector.read(weights.shape(), Nd4j.createFromArray(values));
        assertThat(read.toTensors()).isEqualTo(weights.toTensors());
    }
}
