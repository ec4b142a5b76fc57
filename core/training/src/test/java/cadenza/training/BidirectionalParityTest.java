package cadenza.training;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.recurrent.BidirectionalNetwork;
import cadenza.recurrent.Cell;
import cadenza.recurrent.NetworkShape;
import cadenza.training.layer.RecurrentLayer;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** A bidirectional network trained in Deeplearning4j reads the same in plain Java. */
class BidirectionalParityTest {
    private static final int INPUTS = 6;
    private static final int OUTPUTS = 5;
    private static final int HIDDEN = 7;
    private static final int STEPS = 40;

    static Stream<Arguments> everyCellWithOneToThreeLayers() {
        return Stream.of(Cell.values())
                .flatMap(cell -> IntStream.rangeClosed(1, 3).mapToObj(layers -> Arguments.of(cell, layers)));
    }

    @ParameterizedTest
    @MethodSource("everyCellWithOneToThreeLayers")
    void plainJavaReadsBothWaysAsDeeplearning4jDoes(Cell cell, int layers) {
        MultiLayerNetwork network = network(cell, layers);
        int[][] units = new int[STEPS][1];
        INDArray input = Nd4j.zeros(DataType.FLOAT, 1, INPUTS, STEPS);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, 1, OUTPUTS, STEPS);
        Random random = new Random(5);
        for (int t = 0; t < STEPS; t++) {
            units[t][0] = random.nextInt(INPUTS);
            input.putScalar(0, units[t][0], t, 1);
            labels.putScalar(0, random.nextInt(OUTPUTS), t, 1);
        }
        for (int i = 0; i < 10; i++) {
            network.fit(input, labels);
        }

        NetworkShape shape = new NetworkShape(INPUTS, cell, true, layers, HIDDEN, OUTPUTS);
        float[][] logits = new BidirectionalNetwork(ParameterVector.read(shape, network.params())).logits(units);

        INDArray expected = network.output(input);
        for (int t = 0; t < STEPS; t++) {
            double sum = 0;
            for (float logit : logits[t]) {
                sum += Math.exp(logit);
            }
            for (int v = 0; v < OUTPUTS; v++) {
                assertThat(Math.abs(Math.exp(logits[t][v]) / sum - expected.getDouble(0, v, t)))
                        .isLessThan(1e-5);
            }
        }
    }

    private static MultiLayerNetwork network(Cell cell, int layers) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(new Adam(0.02))
                .list();
        for (int layer = 0; layer < layers; layer++) {
            list.layer(new Bidirectional(
                    Bidirectional.Mode.CONCAT,
                    new RecurrentLayer.Builder(cell).nOut(HIDDEN).build()));
        }
        MultiLayerNetwork network =
                new MultiLayerNetwork(list.layer(new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                                .activation(Activation.SOFTMAX)
                                .nOut(OUTPUTS)
                                .build())
                        .setInputType(InputType.recurrent(INPUTS))
                        .build());
        network.init();
        return network;
    }
}
