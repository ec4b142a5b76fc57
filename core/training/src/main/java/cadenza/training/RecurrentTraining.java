package cadenza.training;

import static cadenza.training.RecurrentDefaults.HIGHEST_RATE;
import static cadenza.training.RecurrentDefaults.INPUT_DROPOUT;
import static cadenza.training.RecurrentDefaults.LOWEST_RATE;
import static cadenza.training.RecurrentDefaults.MOST_DROPOUT;
import static cadenza.training.RecurrentDefaults.MOST_HIDDEN;
import static cadenza.training.RecurrentDefaults.MOST_LANES;
import static cadenza.training.RecurrentDefaults.MOST_LAYERS;
import static cadenza.training.RecurrentDefaults.MOST_STEPS;

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

/** The way from a generator's options ({@link RecurrentDefaults}) and sequences to a {@link RecurrentModel}. */
public final class RecurrentTraining {
    private static final double CLIP = 1;

    private RecurrentTraining() {}

    /** Steps of a window, as the options ask. */
    public static int steps(TrainingOptions options) {
        return options.settings().integer("steps", 1, MOST_STEPS);
    }

    /** Sequences side by side, as the options ask. */
    public static int batch(TrainingOptions options) {
        return options.settings().integer("batch", 1, MOST_LANES);
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
                settings.integer("layers", 1, MOST_LAYERS),
                settings.integer("hidden", 1, MOST_HIDDEN),
                codec.outputs());
        Hyperparameters hyperparameters = new Hyperparameters(
                batch(options),
                steps(options),
                settings.decimal("learning-rate", LOWEST_RATE, HIGHEST_RATE),
                settings.decimal("dropout", 0, MOST_DROPOUT),
                settings.has(INPUT_DROPOUT) ? settings.decimal(INPUT_DROPOUT, 0, MOST_DROPOUT) : 0,
                CLIP,
                options.epochs(),
                options.time(),
                options.patience(),
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
                new Trainer(shape, hyperparameters, InputSlots.of(codec), training, validation, hearing).train();
        return new RecurrentModel(codec, codecSettings, new RecurrentNetwork(best));
    }
}
