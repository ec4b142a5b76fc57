package cadenza.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.Tensor;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkWeightsTest {
    static Stream<NetworkShape> shapes() {
        return Stream.of(Cell.values()).flatMap(cell -> Stream.of(false, true)
                .flatMap(both -> Stream.of(1, 3).map(layers -> new NetworkShape(6, cell, both, layers, 3, 5))));
    }

    static Stream<Arguments> countedByHand() {
        return Stream.of(
                // Four gates of 256 rows of (65 inputs + 256 + bias), and 65 outputs of (256 + bias).
                Arguments.of(new NetworkShape(65, Cell.LSTM, false, 1, 256, 65), 4 * 256 * 322 + 65 * 257),
                Arguments.of(new NetworkShape(5, Cell.GRU, false, 2, 3, 4), 9 * (5 + 3 + 1) + 9 * (3 + 3 + 1) + 4 * 4),
                Arguments.of(new NetworkShape(5, Cell.GRU_ONE_GATE, false, 1, 3, 4), 6 * (5 + 3 + 1) + 4 * 4),
                Arguments.of(new NetworkShape(3, Cell.RNN, true, 2, 2, 2), 2 * 2 * 6 + 2 * 2 * (4 + 2 + 1) + 2 * 5));
    }

    @ParameterizedTest
    @MethodSource("countedByHand")
    void aShapeKnowsTheNumberOfItsWeights(NetworkShape shape, int count) {
        assertThat(shape.parameters()).isEqualTo(count);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void weightsSurviveTheRoundTripThroughTensors(NetworkShape shape) {
        NetworkWeights weights = Networks.random(shape, 1);
        Map<String, Tensor> tensors = weights.toTensors();
        assertThat(tensors.values().stream()
                        .mapToLong(tensor -> tensor.values().length)
                        .sum())
                .isEqualTo(shape.parameters());
        NetworkWeights read = NetworkWeights.of(shape, contents(tensors));
        assertThat(read.shape()).isEqualTo(shape);
        assertThat(read.toTensors()).isEqualTo(tensors);
        assertThat(read.toTensors().keySet()).containsExactlyElementsOf(tensors.keySet());
        assertThat(read.output()).isDeepEqualTo(weights.output());
        assertThat(read.forward().get(0).recurrent())
                .isDeepEqualTo(weights.forward().get(0).recurrent());
    }

    @Test
    void tensorsAreNamedByLayerAndDirection() {
        assertThat(Networks.random(new NetworkShape(6, Cell.GRU, true, 1, 3, 5), 1)
                        .toTensors()
                        .keySet())
                .containsExactly(
                        "layer.0.forward.input",
                        "layer.0.forward.recurrent",
                        "layer.0.forward.bias",
                        "layer.0.backward.input",
                        "layer.0.backward.recurrent",
                        "layer.0.backward.bias",
                        "output.weights",
                        "output.bias");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aTensorThatIsMissingOrMisshapenIsNamed(NetworkShape shape) {
        Map<String, Tensor> tensors = Networks.random(shape, 1).toTensors();
        for (String name : tensors.keySet()) {
            Map<String, Tensor> fewer = new LinkedHashMap<>(tensors);
            fewer.remove(name);
            assertRefused(shape, fewer, "the weights lack the tensor '" + name + "'");
            Map<String, Tensor> misshapen = new LinkedHashMap<>(tensors);
            float[] values = tensors.get(name).values();
            misshapen.put(name, new Tensor(new int[] {1, 1, values.length}, values));
            assertRefused(shape, misshapen, "the tensor '" + name + "' has the shape [1, 1, " + values.length + "]");
        }
    }

    private static void assertRefused(NetworkShape shape, Map<String, Tensor> tensors, String said) {
        assertThatThrownBy(() -> NetworkWeights.of(shape, contents(tensors)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(said);
    }

    private static ModelContents contents(Map<String, Tensor> tensors) {
        return new ModelContents(Settings.empty(), Vocabulary.of(List.of("a")), tensors);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aShapeSurvivesTheRoundTripThroughSettings(NetworkShape shape) {
        assertThat(NetworkShape.of(shape.toSettings())).isEqualTo(shape);
    }

    static Stream<Settings> badShapes() {
        Settings good = new NetworkShape(6, Cell.GRU, false, 1, 3, 5).toSettings();
        return Stream.of(
                Settings.empty(),
                good.with("inputs", 0),
                good.with("inputs", (1 << 20) + 1),
                good.with("hidden", 0),
                good.with("hidden", (1 << 14) + 1),
                good.with("layers", 0),
                good.with("layers", 17),
                good.with("outputs", -1),
                good.with("cell", "transformer"),
                good.with("bidirectional", "no"),
                good.with("inputs", 1 << 20)
                        .with("hidden", 1 << 14)
                        .with("layers", 16)
                        .with("cell", "lstm"));
    }

    @ParameterizedTest
    @MethodSource("badShapes")
    void aShapeOutOfAFileIsChecked(Settings settings) {
        assertThatThrownBy(() -> NetworkShape.of(settings)).isInstanceOf(UserException.class);
    }

    @Test
    void aShapeNeedsOneOfEverything() {
        assertThatThrownBy(() -> new NetworkShape(0, Cell.RNN, false, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NetworkShape(1, Cell.RNN, false, 0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NetworkShape(1, Cell.RNN, false, 1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NetworkShape(1, Cell.RNN, false, 1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
