package cadenza.training;

import cadenza.api.UserException;
import cadenza.recurrent.NetworkShape;
import cadenza.recurrent.NetworkWeights;
import cadenza.training.engine.ClippedAdam;
import cadenza.training.engine.GradientEngine;
import cadenza.training.engine.Window;
import cadenza.training.layer.RecurrentLayer;
import java.util.function.DoubleSupplier;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * A Deeplearning4j network that is fitted to {@link Window}s: its configuration, parameters, state of the optimiser and
 * counters are Deeplearning4j's; the gradient and the step come from the {@link GradientEngine}, which is many times
 * faster and gives the same numbers to rounding. Fed with arrays, it works as any {@code MultiLayerNetwork}. For one
 * thread.
 */
final class WindowNetwork extends MultiLayerNetwork implements AutoCloseable {
    private static final long serialVersionUID = 1;
    private static final double ADAM_BETA2 = 0.999;

    /**
     * The first layer's input weights begin uniform between plus and minus this, not {@code 1/√hidden} as all others: of
     * a one-hot slot one weight alone is the whole sum, and so small a one hardly tells one token from another. Four
     * epochs of tinyshakespeare (LSTM 1x256, learning rate 0.004) ended at 1.580 nats a character instead of 1.621. With
     * several slots the sum has the same spread.
     */
    private static final double ONE_HOT_SPREAD = 0.5;

    private final transient NetworkShape shape;
    private final transient InputSlots slots;
    private final transient Hyperparameters hyperparameters;
    private final transient LearningRate learningRate;
    private transient GradientEngine engine;
    private transient GradientEngine measuring;
    private transient ClippedAdam adam;

    /** @param done how much of the training is done, 0 to 1 */
    WindowNetwork(NetworkShape shape, InputSlots slots, Hyperparameters hyperparameters, DoubleSupplier done) {
        this(shape, slots, hyperparameters, new LearningRate(hyperparameters.learningRate(), done));
    }

    private WindowNetwork(
            NetworkShape shape, InputSlots slots, Hyperparameters hyperparameters, LearningRate learningRate) {
        super(configuration(shape, slots, hyperparameters, learningRate));
        this.shape = shape;
        this.slots = slots;
        this.hyperparameters = hyperparameters;
        this.learningRate = learningRate;
        init();
        initGradientsView();
        engine = engine(hyperparameters.dropout(), hyperparameters.inputDropout());
        measuring = engine(0, 0);
        adam = new ClippedAdam(
                shape,
                pointer(params()),
                pointer(flattenedGradients),
                pointer(getUpdater().getStateViewArray()),
                hyperparameters.clip(),
                Adam.DEFAULT_ADAM_BETA1_MEAN_DECAY,
                ADAM_BETA2,
                Adam.DEFAULT_ADAM_EPSILON);
    }

    /** The configuration of a shape. */
    static MultiLayerConfiguration configuration(
            NetworkShape shape, InputSlots slots, Hyperparameters hyperparameters, LearningRate learningRate) {
        double spread = 1 / Math.sqrt(shape.hidden());
        double inputSpread = ONE_HOT_SPREAD / Math.sqrt(slots.count());
        double kept = 1 - hyperparameters.dropout();
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(hyperparameters.seed())
                .dataType(DataType.FLOAT)
                .miniBatch(false)
                .updater(Adam.builder()
                        .learningRateSchedule(learningRate)
                        .beta2(ADAM_BETA2)
                        .build())
                .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                .gradientNormalizationThreshold(hyperparameters.clip())
                .dist(new UniformDistribution(-spread, spread))
                .list();
        for (int layer = 0; layer < shape.layers(); layer++) {
            RecurrentLayer.Builder builder = new RecurrentLayer.Builder(shape.cell()).nOut(shape.hidden());
            if (layer == 0) {
                builder.dist(new UniformDistribution(-inputSpread, inputSpread));
                builder.weightInitRecurrent(new UniformDistribution(-spread, spread));
            }
            if (layer > 0 && hyperparameters.dropout() > 0) {
                builder.dropOut(kept);
            }
            RecurrentLayer recurrent = builder.build();
            layers.layer(shape.bidirectional() ? new Bidirectional(Bidirectional.Mode.CONCAT, recurrent) : recurrent);
        }
        RnnOutputLayer.Builder output = new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nOut(shape.outputs());
        if (hyperparameters.dropout() > 0) {
            output.dropOut(kept);
        }
        return layers.layer(output.build())
                .setInputType(InputType.recurrent(shape.inputs()))
                .build();
    }

    private GradientEngine engine(double dropout, double inputDropout) {
        return new GradientEngine(
                shape,
                hyperparameters.batch(),
                hyperparameters.steps(),
                dropout,
                inputDropout,
                slots.certain(),
                hyperparameters.threads(),
                hyperparameters.seed(),
                pointer(params()),
                pointer(flattenedGradients));
    }

    private static FloatPointer pointer(INDArray vector) {
        FloatPointer start = new FloatPointer(vector.data().addressPointer());
        // A view's buffer may begin before it.
        return vector.data().offset() == 0 ? start.getPointer(vector.offset()) : start;
    }

    /**
     * One update of the weights.
     *
     * @return the mean loss before it, nats a token
     */
    double fit(Window next) {
        int step = getIterationCount();
        score = engine.gradient(next, step);
        engine.update(adam, learningRate.valueAt(step, getEpochCount()), step + 1);
        getLayerWiseConfigurations().setIterationCount(step + 1);
        return score;
    }

    /**
     * Writes the gradient into the flat gradient vector, as {@link GradientEngine#gradient} does, and leaves the weights
     * as they are.
     *
     * @return the mean loss, nats a token
     */
    double gradient(Window next) {
        return engine.gradient(next, getIterationCount());
    }

    /** The loss of all the window's tokens together, in nats, without dropout; has a recurrent state of its own. */
    double loss(Window next) {
        return measuring.loss(next);
    }

    /** The weights as they are now, copied. */
    NetworkWeights weights() {
        return ParameterVector.read(shape, params());
    }

    /** Puts other weights in the place of those there are. @throws IllegalArgumentException if they are of another shape */
    void setWeights(NetworkWeights weights) {
        if (!weights.shape().equals(shape)) {
            throw new IllegalArgumentException(weights.shape() + " is not " + shape);
        }
        pointer(params()).put(ParameterVector.values(weights));
    }

    /** Adam's means of gradients and of their squares, copied. */
    float[] moments() {
        float[] moments = new float[Math.toIntExact(2 * shape.parameters())];
        pointer(getUpdater().getStateViewArray()).get(moments);
        return moments;
    }

    /** The recurrent states of the lanes that are fitted, copied. */
    float[] states() {
        return engine.states();
    }

    /**
     * Goes on where another network of the same shape stood.
     *
     * @throws UserException if moments or states are of another network, or of other lanes or threads
     */
    void restore(TrainingState state) {
        if (state.moments().length != 2 * shape.parameters()) {
            throw new UserException("the checkpoint has " + state.moments().length + " moments of the gradient, not "
                    + 2 * shape.parameters());
        }
        setWeights(state.weights());
        pointer(getUpdater().getStateViewArray()).put(state.moments());
        getLayerWiseConfigurations()
                .setIterationCount(Math.toIntExact(state.counters().steps()));
        try {
            engine.restore(state.lanes());
        } catch (IllegalArgumentException e) {
            throw new UserException("the checkpoint is of other lanes: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        engine.close();
        measuring.close();
        super.close();
    }
}
