package cadenza.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cadenza.api.UserException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CellTest {
    private static final double TOLERANCE = 2e-6;
    private static final int[][] NOTHING_THEN_BOTH_INPUTS = {{-1}, {0}, {1}};

    // Two units, two inputs. Of each row a cell takes its gates' columns from the left, two for each gate.
    private static final float[][] INPUT = {
        {0.5f, -0.3f, 0.8f, 0.2f, -0.7f, 0.6f, 0.9f, -0.4f}, {0.1f, 0.7f, -0.2f, 0.4f, 0.3f, -0.9f, -0.5f, 0.8f}
    };
    private static final float[][] RECURRENT = {
        {0.2f, 0.4f, -0.6f, 0.7f, 0.5f, -0.1f, 0.3f, -0.8f}, {-0.5f, 0.6f, 0.1f, -0.3f, 0.9f, 0.2f, -0.4f, 0.7f}
    };
    private static final float[] BIAS = {0.05f, -0.1f, 0.2f, 0.3f, -0.25f, 0.15f, 0.35f, -0.45f};

    /**
     * Activations of both units after three steps, computed by hand. The first step of the RNN, of no input, is tanh of
     * the bias: tanh 0.05 = 0.049958 and tanh −0.1 = −0.099668. In its second, a₀ = tanh(0.05 + 0.5 + 0.2 · 0.049958 −
     * 0.5 · −0.099668) = tanh 0.609826 = 0.544004. The first of the one-gate GRU: Γu₀ = σ(0.05) = 0.512497, c̃₀ = tanh 0.2
     * = 0.197375, c₀ = 0.512497 · 0.197375 = 0.101154. Of the full GRU: Γu₀ = σ(0.2) = 0.549834, c̃₀ = tanh −0.25 =
     * −0.244919, c₀ = −0.134665. Of the LSTM: c₀ = σ(0.05) · tanh 0.35 = 0.512497 · 0.336376 = 0.172392, a₀ = σ(−0.25) ·
     * tanh 0.172392 = 0.437823 · 0.170704 = 0.074738.
     */
    static Stream<Arguments> handComputed() {
        return Stream.of(
                Arguments.of(Cell.RNN, new double[][] {
                    {0.049958375, -0.099667995}, {0.544004373, -0.413493113}, {0.434594713, 0.514996303}
                }),
                Arguments.of(Cell.GRU_ONE_GATE, new double[][] {
                    {0.101154338, 0.138379554}, {0.499715615, 0.287811815}, {0.097315346, 0.620153693}
                }),
                Arguments.of(Cell.GRU, new double[][] {
                    {-0.134664607, 0.085525893}, {-0.591065003, 0.417266948}, {-0.143499050, -0.123739337}
                }),
                Arguments.of(Cell.LSTM, new double[][] {
                    {0.074738174, -0.106287550}, {0.159251391, -0.270193228}, {0.148377158, -0.083732920}
                }));
    }

    @ParameterizedTest
    @MethodSource("handComputed")
    void twoUnitsAreAsComputedByHand(Cell cell, double[][] expected) {
        int width = 2 * cell.gates();
        LayerWeights layer =
                new LayerWeights(columns(INPUT, width), columns(RECURRENT, width), Arrays.copyOf(BIAS, width));
        // An output that shows the activations as they are.
        NetworkWeights weights = new NetworkWeights(
                new NetworkShape(2, cell, false, 1, 2, 2),
                List.of(layer),
                List.of(),
                new float[][] {{1, 0}, {0, 1}},
                new float[2]);
        RecurrentNetwork.Lanes lanes = new RecurrentNetwork(weights).start(1);
        Formulas formulas = new Formulas(cell, 2, layer);
        for (int t = 0; t < 3; t++) {
            float[] activations = lanes.step(new int[][] {NOTHING_THEN_BOTH_INPUTS[t]})[0];
            assertThat(Networks.widened(activations)).containsExactly(expected[t], within(TOLERANCE));
            assertThat(formulas.step(Networks.oneHot(2, NOTHING_THEN_BOTH_INPUTS[t])))
                    .containsExactly(expected[t], within(1e-7));
        }
    }

    private static float[][] columns(float[][] rows, int width) {
        return Arrays.stream(rows).map(row -> Arrays.copyOf(row, width)).toArray(float[][]::new);
    }

    static Stream<Arguments> cellsAndSizes() {
        return Stream.of(Cell.values())
                .flatMap(cell -> IntStream.of(1, 2, 3, 5, 8, 33).boxed().flatMap(hidden -> IntStream.rangeClosed(1, 3)
                        .mapToObj(layers -> Arguments.of(cell, hidden, layers))));
    }

    @ParameterizedTest(name = "{0}, {1} units, {2} layers")
    @MethodSource("cellsAndSizes")
    void anyNumberOfUnitsAndLayersFollowsTheFormulas(Cell cell, int hidden, int layers) {
        NetworkShape shape = new NetworkShape(7, cell, false, layers, hidden, 5);
        NetworkWeights weights = Networks.random(shape, 1);
        RecurrentNetwork.Lanes lanes = new RecurrentNetwork(weights).start(1);
        List<Formulas> stack = weights.forward().stream()
                .map(layer -> new Formulas(cell, hidden, layer))
                .toList();
        Random random = new Random(2);
        for (int t = 0; t < 20; t++) {
            int[] units = t == 0 ? new int[] {-1, -1} : new int[] {random.nextInt(4), 4 + random.nextInt(3)};
            double[] x = Networks.oneHot(7, units);
            for (Formulas layer : stack) {
                x = layer.step(x);
            }
            assertThat(Networks.widened(lanes.step(new int[][] {units})[0]))
                    .containsExactly(Networks.logits(weights, x), within(5e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void aCellIsFoundByItsId(Cell cell) {
        assertThat(Cell.of(cell.id())).isEqualTo(cell);
        assertThat(Cell.ids()).contains(cell.id());
    }

    @Test
    void anUnknownCellIsTheUsersFault() {
        assertThatThrownBy(() -> Cell.of("LSTM"))
                .isInstanceOf(UserException.class)
                .hasMessage("cell 'LSTM' is not known; one of rnn, gru-one-gate, gru, lstm");
    }
}
