package cadenza.training;

import static cadenza.training.RecurrentDefaults.HIGHEST_RATE;
import static cadenza.training.RecurrentDefaults.INPUT_DROPOUT;
import static cadenza.training.RecurrentDefaults.LOWEST_RATE;
import static cadenza.training.RecurrentDefaults.MOST_DROPOUT;
import static cadenza.training.RecurrentDefaults.MOST_HIDDEN;
import static cadenza.training.RecurrentDefaults.MOST_LANES;
import static cadenza.training.RecurrentDefaults.MOST_LAYERS;
import static cadenza.training.RecurrentDefaults.MOST_STEPS;

import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingOptions;
import cadenza.api.TrainingProgress;
import cadenza.api.TrainingStart;
import cadenza.api.UserException;
import cadenza.recurrent.BidirectionalModel;
import cadenza.recurrent.BidirectionalNetwork;
import cadenza.recurrent.Cell;
import cadenza.recurrent.MaskedCodec;
import cadenza.recurrent.NetworkContents;
import cadenza.recurrent.NetworkShape;
import cadenza.recurrent.NetworkWeights;
import cadenza.recurrent.RecurrentModel;
import cadenza.recurrent.RecurrentNetwork;
import cadenza.recurrent.SlotCodec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The way from a generator's options ({@link RecurrentDefaults}) and sequences to a {@link RecurrentModel} or a
 * {@link BidirectionalModel}.
 */
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
        TrainerStart start = start(options.start());
        NetworkShape shape = shape(codec.inputs(), codec.outputs(), false, options.settings(), start);
        return fitted(
                shape,
                InputSlots.of(codec),
                training,
                validation,
                options,
                start,
                listener,
                weights -> new RecurrentModel(codec, codecSettings, new RecurrentNetwork(weights)));
    }

    /**
     * Trains a model that predicts masked tokens, likewise. No sequence may be longer than {@link #steps}: it is read as
     * a whole, both ways.
     *
     * @param validation may be empty: then the last weights are the best
     * @return the model that did best on the validation sequences
     * @throws UserException if the network that the training begins from does not fit the codec
     */
    public static BidirectionalModel train(
            MaskedCodec<?> codec,
            Settings codecSettings,
            TrainingSet training,
            List<Sequence> validation,
            TrainingOptions options,
            TrainingListener listener) {
        TrainerStart start = start(options.start());
        NetworkShape shape = shape(codec.inputs(), codec.scores(), true, options.settings(), start);
        return fitted(
                shape,
                new InputSlots(codec.slots(), codec.certainSlots()),
                training,
                validation,
                options,
                start,
                listener,
                weights -> new BidirectionalModel(codec, codecSettings, new BidirectionalNetwork(weights)));
    }

    private static <M extends Model> M fitted(
            NetworkShape shape,
            InputSlots slots,
            TrainingSet training,
            List<Sequence> validation,
            TrainingOptions options,
            TrainerStart start,
            TrainingListener listener,
            Function<NetworkWeights, M> model) {
        ProgressListener hearing = new ProgressListener() {
            @Override
            public void progressed(TrainingProgress progress) {
                listener.progressed(progress);
            }

            @Override
            public void improved(TrainingProgress progress, NetworkWeights weights) {
                listener.improved(progress, model.apply(weights));
            }

            @Override
            public boolean cancelled() {
                return listener.cancelled();
            }

            @Override
            public void reached(Supplier<TrainingState> state) {
                listener.reached(() -> Checkpoints.of(state.get(), model));
            }
        };
        return model.apply(
                new Trainer(shape, hyperparameters(options), slots, training, validation, start, hearing).train());
    }

    private static Hyperparameters hyperparameters(TrainingOptions options) {
        Settings settings = options.settings();
        return new Hyperparameters(
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
            return new TrainerStart.FromWeights(NetworkContents.weights(from.model()));
        }
        if (start instanceof TrainingStart.FromCheckpoint from) {
            return new TrainerStart.FromState(Checkpoints.state(from.checkpoint()));
        }
        return TrainerStart.FRESH;
    }

    private static NetworkShape shape(
            int inputs, int outputs, boolean bidirectional, Settings settings, TrainerStart start) {
        if (start instanceof TrainerStart.FromState from) {
            return fitting(from.state().weights().shape(), inputs, outputs, bidirectional, true);
        }
        if (start instanceof TrainerStart.FromWeights from) {
            return fitting(from.weights().shape(), inputs, outputs, bidirectional, false);
        }
        return new NetworkShape(
                inputs,
                Cell.of(settings.text("cell")),
                bidirectional,
                settings.integer("layers", 1, MOST_LAYERS),
                settings.integer("hidden", 1, MOST_HIDDEN),
                outputs);
    }

    /** A known shape with the codec's inputs and outputs. */
    private static NetworkShape fitting(
            NetworkShape known, int inputs, int outputs, boolean bidirectional, boolean exactly) {
        NetworkShape shape =
                new NetworkShape(inputs, known.cell(), known.bidirectional(), known.layers(), known.hidden(), outputs);
        boolean fits = known.bidirectional() == bidirectional
                && (exactly
                        ? shape.equals(known)
                        : known.inputs() <= shape.inputs() && known.outputs() <= shape.outputs());
        if (!fits) {
            throw new UserException("the network to begin from " + (known.bidirectional() ? "reads both ways, " : "")
                    + "has " + known.inputs() + " inputs and " + known.outputs() + " outputs, the coding "
                    + (bidirectional ? "reads both ways, has " : "") + shape.inputs() + " and " + shape.outputs());
        }
        return shape;
    }
}
