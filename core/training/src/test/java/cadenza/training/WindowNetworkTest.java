package cadenza.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import cadenza.recurrent.Cell;
import cadenza.recurrent.NetworkShape;
import cadenza.recurrent.RecurrentNetwork;
import cadenza.training.engine.Window;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The fast gradient is the layers' gradient, and plain Java predicts what Deeplearning4j predicts. */
class WindowNetworkTest {
    private static final int INPUTS = 11;
    private static final int OUTPUTS = 7;
    private static final int HIDDEN = 9;

    static Stream<Arguments> everyCellWithOneToThreeLayers() {
        return Stream.of(Cell.values())
                .flatMap(cell -> IntStream.rangeClosed(1, 3).mapToObj(layers -> Arguments.of(cell, layers)));
    }

    static Stream<Arguments> everyCellWithOneToThreeLayersInOneOrBothDirections() {
        return everyCellWithOneToThreeLayers().flatMap(each -> Stream.of(false, true)
                .map(bidirectional -> Arguments.of(each.get()[0], each.get()[1], bidirectional)));
    }

    @ParameterizedTest
    @MethodSource("everyCellWithOneToThreeLayersInOneOrBothDirections")
    void theEnginesGradientIsTheLayersGradient(Cell cell, int layers, boolean bidirectional) {
        try (WindowNetwork network = network(shape(cell, layers, bidirectional), 0, 5, 12, 0.002, 2)) {
            Window window = window(5, 12, true, 1);
            INDArray input = input(window);
            network.setInput(input);
            network.setLabels(labels(window));
            network.setLayerMaskArrays(null, mask(window));
            network.computeGradientAndScore();
            INDArray expected = network.gradient().gradient().dup().divi(window.targets().length);
            double expectedLoss = network.score() / window.tokens();

            network.getFlattenedGradients().assign(0);
            double loss = network.gradient(window);
            INDArray actual = network.getFlattenedGradients();

            assertThat(loss).isCloseTo(expectedLoss, offset(1e-5));
            assertThat(expected.norm2Number().doubleValue()).isGreaterThan(1e-3);
            assertThat(actual.sub(expected).norm2Number().doubleValue())
                    .isLessThan(2e-6 * Math.max(1, expected.norm2Number().doubleValue()));
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void withDropoutTheGradientIsThatOfFiniteDifferences(Cell cell) {
        float step = 2e-3f;
        int[] probes = {3, 40, 150, 300, 420};
        for (int probe : probes) {
            double slope = (lossWithDropout(cell, probe, step) - lossWithDropout(cell, probe, -step)) / (2 * step);
            try (WindowNetwork network = network(cell, 2, 0.3, 5, 12, 0.002)) {
                network.gradient(window(5, 12, true, 1));
                assertThat(network.getFlattenedGradients().getDouble(probe)).isCloseTo(slope, offset(1e-3));
            }
        }
    }

    private static double lossWithDropout(Cell cell, int parameter, float change) {
        try (WindowNetwork network = network(cell, 2, 0.3, 5, 12, 0.002)) {
            network.params().putScalar(parameter, network.params().getFloat(parameter) + change);
            Window window = window(5, 12, true, 1);
            return network.gradient(window) * window.tokens() / window.targets().length;
        }
    }

    @ParameterizedTest
    @MethodSource("everyCellWithOneToThreeLayers")
    void plainJavaPredictsWhatDeeplearning4jPredicts(Cell cell, int layers) {
        try (WindowNetwork network = network(cell, layers, 0, 4, 16, 0.05)) {
            for (int i = 0; i < 30; i++) {
                network.fit(window(4, 16, i == 0, i));
            }
            Window sequence = window(1, 200, true, 77);
            INDArray expected = network.output(input(sequence));
            RecurrentNetwork.Lanes lanes = new RecurrentNetwork(network.weights()).start(1);
            double furthest = 0;
            for (int t = 0; t < 200; t++) {
                double[] probabilities =
                        softmax(lanes.step(new int[][] {{sequence.units()[0][t], sequence.units()[1][t]}})[0]);
                for (int v = 0; v < OUTPUTS; v++) {
                    furthest = Math.max(furthest, Math.abs(probabilities[v] - expected.getDouble(0, v, t)));
                }
            }
            assertThat(furthest).isLessThan(1e-5);
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void stateIsCarriedFromWindowToWindowAndStartsAtZeroInFreshLanes(Cell cell) {
        try (WindowNetwork network = network(cell, 2, 0, 3, 8, 0.002)) {
            Window first = window(3, 8, true, 1);
            Window second = window(3, 8, false, 2);
            network.loss(first);
            double carried = network.loss(second);
            double again =
                    network.loss(new Window(3, 8, second.units(), second.targets(), new boolean[] {true, true, true}));
            network.loss(first);
            double oneFresh = network.loss(
                    new Window(3, 8, second.units(), second.targets(), new boolean[] {true, false, false}));
            assertThat(again).isNotEqualTo(carried);
            assertThat(oneFresh).isNotEqualTo(carried).isNotEqualTo(again);
            network.loss(first);
            assertThat(network.loss(second)).isEqualTo(carried);
        }
    }

    @Test
    void aWindowOnOneThreadAndOnTwoGivesTheSameGradient() {
        try (WindowNetwork one = network(Cell.GRU, 2, 0, 5, 12, 0.002, 1);
                WindowNetwork two = network(Cell.GRU, 2, 0, 5, 12, 0.002, 2)) {
            Window window = window(5, 12, true, 1);
            one.gradient(window);
            two.gradient(window);
            assertThat(one.getFlattenedGradients()
                            .sub(two.getFlattenedGradients())
                            .norm2Number()
                            .doubleValue())
                    .isLessThan(1e-6);
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void theWeightsOfTheOneHotInputBeginWiderThanAllOthersAndEveryBiasAtZero(Cell cell) {
        double spread = 1 / Math.sqrt(HIDDEN);
        try (WindowNetwork network = network(cell, 2, 0, 3, 8, 0.002)) {
            double inputSpread = 0.5 / Math.sqrt(2); // of two slots
            assertThat(largest(network, "0_W")).isBetween(0.9 * inputSpread, inputSpread);
            for (String others : new String[] {"0_RW", "1_W", "1_RW", "2_W"}) {
                assertThat(largest(network, others)).as(others).isBetween(0.85 * spread, spread);
            }
            for (String bias : new String[] {"0_b", "1_b", "2_b"}) {
                assertThat(largest(network, bias)).as(bias).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void whatEndsBeforeTheWindowIsReadBackwardFromItsOwnEnd(Cell cell) {
        int[] lengths = {12, 7, 1, 12, 4};
        NetworkShape shape = shape(cell, 2, true);
        Window whole = endingAfter(lengths, window(5, 12, true, 6));
        try (WindowNetwork together = network(shape, 0, 5, 12, 0.002, 2)) {
            double loss = together.loss(whole);
            together.getFlattenedGradients().assign(0);
            together.gradient(whole);
            INDArray gradient = together.getFlattenedGradients().dup().muli(5 * 12);
            double apart = 0;
            INDArray sum = gradient.like();
            for (int lane = 0; lane < lengths.length; lane++) {
                Window alone = beginning(whole.lanes(lane, lane + 1), lengths[lane]);
                try (WindowNetwork one = network(shape, 0, 1, lengths[lane], 0.002, 1)) {
                    one.setWeights(together.weights());
                    apart += one.loss(alone);
                    one.getFlattenedGradients().assign(0);
                    one.gradient(alone);
                    sum.addi(one.getFlattenedGradients().mul(lengths[lane]));
                }
            }
            assertThat(loss).isCloseTo(apart, offset(1e-4));
            double size = sum.norm2Number().doubleValue();
            assertThat(size).isGreaterThan(1e-2);
            assertThat(gradient.sub(sum).norm2Number().doubleValue()).isLessThan(1e-5 * Math.max(1, size));
        }
    }

    /** The same window without units and targets behind each lane's length. */
    private static Window endingAfter(int[] lengths, Window window) {
        for (int place = 0; place < window.targets().length; place++) {
            if (place / window.lanes() >= lengths[place % window.lanes()]) {
                window.targets()[place] = -1;
                for (int[] slot : window.units()) {
                    slot[place] = -1;
                }
            }
        }
        return window;
    }

    /** The first steps of a window of one lane. */
    private static Window beginning(Window window, int steps) {
        int[][] units = Arrays.stream(window.units())
                .map(slot -> Arrays.copyOf(slot, steps))
                .toArray(int[][]::new);
        return new Window(1, steps, units, Arrays.copyOf(window.targets(), steps), window.fresh());
    }

    private static double largest(WindowNetwork network, String key) {
        return network.getParam(key).amaxNumber().doubleValue();
    }

    private static double[] softmax(float[] logits) {
        double[] result = new double[logits.length];
        double sum = 0;
        for (int v = 0; v < logits.length; v++) {
            result[v] = Math.exp(logits[v]);
            sum += result[v];
        }
        for (int v = 0; v < logits.length; v++) {
            result[v] /= sum;
        }
        return result;
    }

    private static WindowNetwork network(Cell cell, int layers, double dropout, int batch, int steps, double rate) {
        return network(cell, layers, dropout, batch, steps, rate, 2);
    }

    private static NetworkShape shape(Cell cell, int layers, boolean bidirectional) {
        return new NetworkShape(INPUTS, cell, bidirectional, layers, HIDDEN, OUTPUTS);
    }

    private static WindowNetwork network(
            Cell cell, int layers, double dropout, int batch, int steps, double rate, int threads) {
        return network(shape(cell, layers, false), dropout, batch, steps, rate, threads);
    }

    private static WindowNetwork network(
            NetworkShape shape, double dropout, int batch, int steps, double rate, int threads) {
        return new WindowNetwork(
                shape,
                new InputSlots(2, 2),
                new Hyperparameters(batch, steps, rate, dropout, 0, 1, OptionalInt.of(1), Optional.empty(), 4, threads),
                () -> 0.3);
    }

    /** Two slots, the second empty now and then, and a few steps without a target. */
    private static Window window(int lanes, int steps, boolean fresh, long seed) {
        Random random = new Random(seed);
        int[][] units = new int[2][steps * lanes];
        int[] targets = new int[steps * lanes];
        for (int i = 0; i < targets.length; i++) {
            units[0][i] = random.nextInt(OUTPUTS);
            units[1][i] = random.nextInt(5) == 0 ? -1 : OUTPUTS + random.nextInt(INPUTS - OUTPUTS);
            targets[i] = random.nextInt(9) == 0 ? -1 : random.nextInt(OUTPUTS);
        }
        boolean[] freshLanes = new boolean[lanes];
        Arrays.fill(freshLanes, fresh);
        return new Window(lanes, steps, units, targets, freshLanes);
    }

    private static INDArray input(Window window) {
        INDArray input = Nd4j.zeros(DataType.FLOAT, window.lanes(), INPUTS, window.steps());
        for (int[] slot : window.units()) {
            for (int i = 0; i < slot.length; i++) {
                if (slot[i] >= 0) {
                    input.putScalar(i % window.lanes(), slot[i], i / window.lanes(), 1);
                }
            }
        }
        return input;
    }

    private static INDArray mask(Window window) {
        INDArray mask = Nd4j.zeros(DataType.FLOAT, window.lanes(), window.steps());
        for (int i = 0; i < window.targets().length; i++) {
            mask.putScalar(i % window.lanes(), i / window.lanes(), window.targets()[i] < 0 ? 0 : 1);
        }
        return mask;
    }

    private static INDArray labels(Window window) {
        INDArray labels = Nd4j.zeros(DataType.FLOAT, window.lanes(), OUTPUTS, window.steps());
        for (int i = 0; i < window.targets().length; i++) {
            if (window.targets()[i] >= 0) {
                labels.putScalar(i % window.lanes(), window.targets()[i], i / window.lanes(), 1);
            }
        }
        return labels;
    }
}
