package cadenza.training;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.recurrent.Cell;
import cadenza.recurrent.NetworkShape;
import cadenza.training.engine.Window;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Clipping and Adam of the engine are Deeplearning4j's own. */
class ClippedAdamTest {
    private static final int TOKENS = 13;
    private static final int LANES = 4;
    private static final int STEPS = 6;

    // A clip of 0.01 always bites, one of 1000 never does; 96 units make more than one piece of work a layer.
    @ParameterizedTest
    @CsvSource({"lstm, 2, 9, 1000, 1", "gru, 1, 9, 0.01, 2", "rnn, 3, 5, 0.3, 3", "lstm, 1, 96, 0.05, 2"})
    void stepsAreThoseOfDeeplearning4j(String cell, int layers, int hidden, double clip, int threads) {
        try (WindowNetwork network = network(cell, layers, hidden, clip, threads);
                WindowNetwork reference = network(cell, layers, hidden, clip, threads)) {
            INDArray before = network.params().dup();
            for (int step = 0; step < 12; step++) {
                Window window = window(step);
                network.fit(window);
                reference.gradient(window);
                reference
                        .getUpdater()
                        .update(reference, byKey(reference), step, 0, LANES, LayerWorkspaceMgr.noWorkspaces());
                INDArray change = reference.getFlattenedGradients();
                reference.params().subi(change.reshape(change.length()));
            }
            double moved = network.params().sub(before).norm2Number().doubleValue();
            double apart =
                    network.params().sub(reference.params()).norm2Number().doubleValue();
            assertThat(moved).isGreaterThan(0.01);
            assertThat(apart).isLessThan(1e-4 * moved);
            INDArray moments = network.getUpdater().getStateViewArray();
            INDArray expected = reference.getUpdater().getStateViewArray();
            assertThat(moments.sub(expected).norm2Number().doubleValue())
                    .isLessThan(1e-4 * expected.norm2Number().doubleValue());
            assertThat(network.getIterationCount()).isEqualTo(12);
        }
    }

    private static WindowNetwork network(String cell, int layers, int hidden, double clip, int threads) {
        return new WindowNetwork(
                new NetworkShape(TOKENS, Cell.of(cell), false, layers, hidden, TOKENS),
                InputSlots.ONE,
                new Hyperparameters(LANES, STEPS, 0.01, 0, 0, clip, OptionalInt.of(1), Optional.empty(), 7, threads),
                () -> 0.3);
    }

    private static Window window(long seed) {
        Random random = new Random(seed);
        int[] units = random.ints((long) LANES * STEPS, 0, TOKENS).toArray();
        int[] targets = random.ints((long) LANES * STEPS, 0, TOKENS).toArray();
        return new Window(LANES, STEPS, new int[][] {units}, targets, new boolean[LANES]);
    }

    /** The flat gradient by layer and name, as Deeplearning4j's updater wants it. */
    private static Gradient byKey(WindowNetwork network) {
        DefaultGradient gradient = new DefaultGradient(network.getFlattenedGradients());
        for (int i = 0; i < network.getnLayers(); i++) {
            String prefix = i + "_";
            Layer layer = network.getLayer(i);
            layer.conf()
                    .getLayer()
                    .initializer()
                    .getGradientsFromFlattened(layer.conf(), layer.getGradientsViewArray())
                    .forEach((key, part) -> gradient.gradientForVariable().put(prefix + key, part));
        }
        return gradient;
    }
}
