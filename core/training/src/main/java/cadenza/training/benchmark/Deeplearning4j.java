package cadenza.training.benchmark;

import cadenza.api.benchmark.Contestant;
import cadenza.api.benchmark.NetworkSize;
import cadenza.api.benchmark.Workload;
import java.util.Optional;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Deeplearning4j with its own LSTM layer, as its users run it. It has no GRU layer. */
public final class Deeplearning4j implements Contestant {
    private static final String LSTM = "lstm";
    private static final double LEARNING_RATE = 0.002;
    private static final double CLIP = 5;

    @Override
    public String name() {
        return "deeplearning4j";
    }

    /** One lane alone: what {@code rnnTimeStep} is made for. */
    @Override
    public Optional<Workload> sampling(NetworkSize size, int lanes, int threads) {
        return size.cell().equals(LSTM) && lanes == 1
                ? Optional.of(new TimeSteps(network(size), size.symbols()))
                : Optional.empty();
    }

    /**
     * Its matrix products stay on the calling thread, however many threads there may be: they are small, one a step, and
     * split over two threads on busy cores they were three to ten times slower. On quiet ones that was not measured.
     */
    @Override
    public Optional<Workload> training(NetworkSize size, int lanes, int steps, int threads) {
        return size.cell().equals(LSTM)
                ? Optional.of(new ArrayFitting(network(size), size.symbols(), lanes, steps))
                : Optional.empty();
    }

    private static MultiLayerNetwork network(NetworkSize size) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.FLOAT)
                .updater(new Adam(LEARNING_RATE))
                .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                .gradientNormalizationThreshold(CLIP)
                .list();
        for (int layer = 0; layer < size.layers(); layer++) {
            // The layer's default is a sigmoid, even where the literature has tanh.
            layers.layer(new LSTM.Builder()
                    .nOut(size.hidden())
                    .activation(Activation.TANH)
                    .build());
        }
        layers.layer(new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nOut(size.symbols())
                .build());
        MultiLayerNetwork network = new MultiLayerNetwork(
                layers.setInputType(InputType.recurrent(size.symbols())).build());
        network.init();
        return network;
    }
}
