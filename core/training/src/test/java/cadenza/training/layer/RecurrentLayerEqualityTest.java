package cadenza.training.layer;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.recurrent.Cell;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Where Deeplearning4j has the same cell, ours computes and learns the same. */
class RecurrentLayerEqualityTest {
    private static final int HIDDEN = 7;

    @Test
    void anLstmComputesAndLearnsLikeDeeplearning4jsOwn() {
        MultiLayerNetwork theirs = network(
                new LSTM.Builder().nOut(HIDDEN).activation(Activation.TANH).build());
        MultiLayerNetwork ours =
                network(new RecurrentLayer.Builder(Cell.LSTM).nOut(HIDDEN).build());
        // Deeplearning4j orders candidate, forget, output, update; we order update, forget, output, candidate.
        copyGates(theirs, ours, 3, 1, 2, 0);

        assertThatBothComputeAndLearnAlike(theirs, ours);
    }

    @Test
    void aSimpleRnnComputesAndLearnsLikeDeeplearning4jsOwn() {
        MultiLayerNetwork theirs = network(
                new SimpleRnn.Builder().nOut(HIDDEN).activation(Activation.TANH).build());
        MultiLayerNetwork ours =
                network(new RecurrentLayer.Builder(Cell.RNN).nOut(HIDDEN).build());
        copyGates(theirs, ours, 0);

        assertThatBothComputeAndLearnAlike(theirs, ours);
    }

    @Test
    void stepsWithCarriedStateGiveWhatTheWholeSequenceGives() {
        for (Cell cell : Cell.values()) {
            MultiLayerNetwork network =
                    network(new RecurrentLayer.Builder(cell).nOut(HIDDEN).build());
            INDArray input = Nd4j.rand(DataType.DOUBLE, 3, 5, 9);
            INDArray whole = network.output(input);
            network.rnnClearPreviousState();
            for (int t = 0; t < 9; t++) {
                INDArray step =
                        network.rnnTimeStep(input.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(t)));
                INDArray expected = whole.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(t));
                assertThat(step.sub(expected).norm2Number().doubleValue()).isLessThan(1e-12);
            }
        }
    }

    private static void assertThatBothComputeAndLearnAlike(MultiLayerNetwork theirs, MultiLayerNetwork ours) {
        INDArray input = Nd4j.rand(DataType.DOUBLE, 3, 5, 9);
        INDArray labels = Nd4j.nn().softmax(Nd4j.rand(DataType.DOUBLE, 3, 5, 9).muli(4), 1);
        assertThat(distance(theirs, ours, input)).isLessThan(1e-12);
        double before = theirs.output(input).norm2Number().doubleValue();
        for (int i = 0; i < 20; i++) {
            theirs.fit(input, labels);
            ours.fit(input, labels);
        }
        assertThat(theirs.output(input).norm2Number().doubleValue()).isNotEqualTo(before);
        assertThat(distance(theirs, ours, input)).isLessThan(1e-9);
    }

    private static double distance(MultiLayerNetwork a, MultiLayerNetwork b, INDArray input) {
        return a.output(input).sub(b.output(input)).norm2Number().doubleValue();
    }

    private static void copyGates(MultiLayerNetwork from, MultiLayerNetwork to, int... target) {
        for (String key : new String[] {"W", "RW", "b"}) {
            INDArray source = from.getParam("0_" + key);
            INDArray sink = to.getParam("0_" + key);
            INDArray sourceRows = key.equals("b") ? source.reshape(1, source.length()) : source;
            INDArray sinkRows = key.equals("b") ? sink.reshape(1, sink.length()) : sink;
            for (int gate = 0; gate < target.length; gate++) {
                gate(sinkRows, target[gate]).assign(gate(sourceRows, gate));
            }
        }
        to.getParam("1_W").assign(from.getParam("1_W"));
        to.getParam("1_b").assign(from.getParam("1_b"));
    }

    private static INDArray gate(INDArray rows, int gate) {
        return rows.get(NDArrayIndex.all(), NDArrayIndex.interval(gate * HIDDEN, (gate + 1) * HIDDEN));
    }

    private static MultiLayerNetwork network(Layer layer) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.DOUBLE)
                .updater(new Adam(1e-3))
                .list()
                .layer(layer)
                .layer(new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .activation(Activation.SOFTMAX)
                        .nOut(5)
                        .build())
                .setInputType(InputType.recurrent(5))
                .build());
        network.init();
        return network;
    }
}
