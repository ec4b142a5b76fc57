package cadenza.training.layer;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.recurrent.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** The layer's gradients are those of finite differences, in double precision. */
class RecurrentLayerGradientTest {
    private static final int BATCH = 2;
    private static final int STEPS = 4;
    private static final int INPUTS = 3;
    private static final int CLASSES = 3;

    @BeforeAll
    static void computeInDoublePrecision() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void computeInSinglePrecisionAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    static Stream<Arguments> everyCellBothWaysWithAndWithoutMask() {
        List<Arguments> all = new ArrayList<>();
        for (Cell cell : Cell.values()) {
            for (RNNFormat format : RNNFormat.values()) {
                for (boolean bidirectional : new boolean[] {false, true}) {
                    for (boolean mask : new boolean[] {false, true}) {
                        all.add(Arguments.of(cell, format, bidirectional, mask));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}, {1}, bidirectional {2}, mask {3}")
    @MethodSource("everyCellBothWaysWithAndWithoutMask")
    void gradientsAreThoseOfFiniteDifferences(Cell cell, RNNFormat format, boolean bidirectional, boolean mask) {
        MultiLayerNetwork network = network(cell, format, bidirectional);
        INDArray input = Nd4j.rand(DataType.DOUBLE, BATCH, INPUTS, STEPS);
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, BATCH, CLASSES, STEPS);
        for (int b = 0; b < BATCH; b++) {
            for (int t = 0; t < STEPS; t++) {
                labels.putScalar(b, (b * 5 + t * 7) % CLASSES, t, 1);
            }
        }
        if (format == RNNFormat.NWC) {
            input = input.permute(0, 2, 1).dup();
            labels = labels.permute(0, 2, 1).dup();
        }
        INDArray masks = mask ? Nd4j.create(new double[][] {{1, 1, 1, 1}, {1, 1, 0, 0}}) : null;

        boolean correct = GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig()
                .net(network)
                .epsilon(1e-6)
                .maxRelError(1e-5)
                .minAbsoluteError(1e-8)
                .input(input)
                .labels(labels)
                .inputMask(masks)
                .labelMask(masks)
                .print(GradientCheckUtil.PrintMode.FAILURES_ONLY));

        assertThat(correct).isTrue();
    }

    private static MultiLayerNetwork network(Cell cell, RNNFormat format, boolean bidirectional) {
        Layer first =
                new RecurrentLayer.Builder(cell).nOut(3).dataFormat(format).build();
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(12)
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .dist(new NormalDistribution(0, 0.5))
                .list()
                .layer(bidirectional ? new Bidirectional(Bidirectional.Mode.CONCAT, first) : first)
                .layer(new RecurrentLayer.Builder(cell)
                        .nOut(2)
                        .dataFormat(format)
                        .build())
                .layer(new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .activation(Activation.SOFTMAX)
                        .nOut(CLASSES)
                        .dataFormat(format)
                        .build())
                .setInputType(InputType.recurrent(INPUTS, STEPS, format))
                .build());
        network.init();
        return network;
    }
}
