package cadenza.training;

import static cadenza.training.RecurrentDefaults.HIGHEST_RATE;
import static cadenza.training.RecurrentDefaults.INPUT_DROPOUT;
import static cadenza.training.RecurrentDefaults.LOWEST_RATE;
import static cadenza.training.RecurrentDefaults.MOST_DROPOUT;
import static cadenza.training.RecurrentDefaults.MOST_HIDDEN;
import static cadenza.training.RecurrentDefaults.MOST_LANES;
import static cadenza.training.RecurrentDefaults.MOST_LAYERS;
import static cadenza.training.RecurrentDefaults.MOST_STEPS;

import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingOptions;
import cadenza.api.TrainingProgress;
import cadenza.api.TrainingStart;
import cadenza.api.UserException;
import cadenza.recurrent.Cell;
import cadenza.recurrent.NetworkShape;
import cadenza.recurrent.NetworkWeights;
import cadenza.recurrent.RecurrentModel;
import cadenza.recurrent.RecurrentNetwork;
import cadenza.recurrent.SlotCodec;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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
     * Trains a model from where the options say. From another model or a checkpoint on, the network's shape is theirs,
     * and the codec must give the network the inputs it had, and may give more behind them.
     *
     * @param codecSettings what the codec needs, beside the vocabulary, to be made again
     * @param validation may be empty: then the last weights are the best
     * @return the model that did best on the validation sequences
     * @throws UserException if the network that the training begins from does not fit the codec
     */
    public static RecurrentModel train(
            SlotCodec<?> codec,
            Settings codecSettings,
            TrainingSet training,
            List<Sequence> validation,
            TrainingOptions options,
            TrainingListener listener) {
        Settings settings = options.settings();
        TrainerStart start = start(options.start());
        NetworkShape shape = shape(codec, settings, start);
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

            @Override
            public void reached(Supplier<TrainingState> state) {
                listener.reached(() -> Checkpoints.of(state.get(), this::model));
            }

            private RecurrentModel model(NetworkWeights weights) {
                return new RecurrentModel(codec, codecSettings, new RecurrentNetwork(weights));
            }
        };
        NetworkWeights best =
                new Trainer(shape, hyperparameters, InputSlots.of(codec), training, validation, start, hearing).train();
        return new RecurrentModel(codec, codecSettings, new RecurrentNetwork(best));
    }

    /** The model that a training begins from; empty where it begins from fresh weights. */
    public static Optional<ModelContents> startingModel(TrainingOptions options) {
        if (options.start() instanceof TrainingStart.FromModel from) {
            return Optional.of(from.model());
        }
        if (options.start() instanceof TrainingStart.FromCheckpoint from) {
            return Optional.of(from.checkpoint().best());
        }
        return Optional.empty();
    }

    private static TrainerStart start(TrainingStart start) {
        if (start instanceof TrainingStart.FromModel from) {
            return new TrainerStart.FromWeights(RecurrentModel.weights(from.model()));
        }
        if (start instanceof TrainingStart.FromCheckpoint from) {
            return new TrainerStart.FromState(Checkpoints.state(from.checkpoint()));
        }
        return TrainerStart.FRESH;
    }

    private static NetworkShape shape(SlotCodec<?> codec, Settings settings, TrainerStart start) {
        if (start instanceof TrainerStart.FromState from) {
            return fitting(from.state().weights().shape(), codec, true);
        }
        if (start instanceof TrainerStart.FromWeights from) {
            return fitting(from.weights().shape(), codec, false);
        }
        return new NetworkShape(
                codec.inputs(),
                Cell.of(settings.text("cell")),
                false,
                settings.integer("layers", 1, MOST_LAYERS),
                settings.integer("hidden", 1, MOST_HIDDEN),
                codec.outputs());
    }

    /** A known shape with the codec's inputs and outputs. */
    private static NetworkShape fitting(NetworkShape known, SlotCodec<?> codec, boolean exactly) {
        NetworkShape shape = new NetworkShape(
                codec.inputs(), known.cell(), known.bidirectional(), known.layers(), known.hidden(), codec.outputs());
        boolean fits =
                exactly ? shape.equals(known) : known.inputs() <= shape.inputs() && known.outputs() <= shape.outputs();
        if (!fits) {
            throw new UserException("the network to begin from has " + known.inputs() + " inputs and " + known.outputs()
                    + " outputs, the coding " + shape.inputs() + " and " + shape.outputs());
        }
        return shape;
    }
}
