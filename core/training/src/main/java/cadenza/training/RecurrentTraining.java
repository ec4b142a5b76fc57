package cadenza.training;

import cadenza.api.GeneratorOption;
import cadenza.api.Settings;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingOptions;
import cadenza.api.TrainingProgress;
import cadenza.recurrent.Cell;
import cadenza.recurrent.NetworkShape;
import cadenza.recurrent.NetworkWeights;
import cadenza.recurrent.RecurrentModel;
import cadenza.recurrent.RecurrentNetwork;
import cadenza.recurrent.SlotCodec;
import java.util.List;

/**
 * Trains a {@link RecurrentModel} for a generator: the options that all recurrent generators share, and the way from
 * them to a model. A record of defaults; immutable.
 *
 * @param cell the default kind of cell
 * @param layers the default number of layers
 * @param hidden the default width of a layer
 * @param dropout the default probability that a value handed from layer to layer is zero
 * @param batch the default number of sequences side by side
 * @param steps the default number of steps that the gradient flows back
 * @param learningRate the default highest learning rate
 */
public record RecurrentTraining(
        Cell cell, int layers, int hidden, double dropout, int batch, int steps, double learningRate) {
    private static final double CLIP = 1;

    /** The options, to be listed by the generator with its own. */
    public List<GeneratorOption> options() {
        return List.of(
                new GeneratorOption.Choice("cell", "kind of recurrent cell", cell.id(), Cell.ids()),
                new GeneratorOption.Whole("layers", "recurrent layers", layers, 1, 8),
                new GeneratorOption.Whole("hidden", "units of a layer", hidden, 1, 4096),
                new GeneratorOption.Decimal("dropout", "share of values dropped between layers", dropout, 0, 0.9),
                new GeneratorOption.Whole("batch", "sequences side by side", batch, 1, 1024),
                new GeneratorOption.Whole("steps", "steps that the gradient flows back", steps, 1, 1024),
                new GeneratorOption.Decimal("learning-rate", "highest learning rate of Adam", learningRate, 1e-6, 1));
    }

    /** Steps of a window, as the options ask. */
    public static int steps(TrainingOptions options) {
        return options.settings().integer("steps", 1, 1024);
    }

    /** Sequences side by side, as the options ask. */
    public static int batch(TrainingOptions options) {
        return options.settings().integer("batch", 1, 1024);
    }

    /**
     * Trains a model.
     *
     * @param codecSettings what the codec needs, beside the vocabulary, to be made again
     * @param validation may be empty: then the last weights are the best
     * @return the model that did best on the validation sequences
     */
    public static RecurrentModel train(
            SlotCodec<?> codec,
            Settings codecSettings,
            TrainingSet training,
            List<Sequence> validation,
            TrainingOptions options,
            TrainingListener listener) {
        Settings settings = options.settings();
        NetworkShape shape = new NetworkShape(
                codec.inputs(),
                Cell.of(settings.text("cell")),
                false,
                settings.integer("layers", 1, 8),
                settings.integer("hidden", 1, 4096),
                codec.vocabulary().size());
        Hyperparameters hyperparameters = new Hyperparameters(
                batch(options),
                steps(options),
                settings.decimal("learning-rate", 1e-6, 1),
                settings.decimal("dropout", 0, 0.9),
                CLIP,
                options.epochs(),
                options.time(),
                options.seed(),
                Runtime.getRuntime().availableProcessors());
        ProgressListener hearing = new ProgressListener() {
            @Override
            public void progressed(TrainingProgress progress) {
                listener.progressed(progress);
            }

            @Override
            public void improved(TrainingProgress progress, NetworkWeights weights) {
                listener.improved(progress, model(weights));
            }

            @Override
            public boolean cancelled() {
                return listener.cancelled();
            }

            private RecurrentModel model(NetworkWeights weights) {
                return new RecurrentModel(codec, codecSettings, new RecurrentNetwork(weights));
            }
        };
        NetworkWeights best =
                new Trainer(shape, hyperparameters, codec.slots(), training, validation, hearing).train();
        return new RecurrentModel(codec, codecSettings, new RecurrentNetwork(best));
    }
}
