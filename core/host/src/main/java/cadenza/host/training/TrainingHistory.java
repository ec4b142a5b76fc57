package cadenza.host.training;

import cadenza.api.Settings;
import cadenza.api.TrainingProgress;
import cadenza.api.UserException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The losses of a training so far, in nats a token. Of a long training it keeps some of the training losses alone, evenly
 * spread; of the validations all. For one thread.
 */
public final class TrainingHistory {
    private static final int MOST_POINTS = 2000;

    /** So many validations in a row that rise are no chance. */
    private static final int RISING = 3;

    /** Above the best by so much: a rise that can be seen. */
    private static final double RISEN = 1.01;

    private static final String EPOCHS = "epochs";
    private static final String LOSS = "loss";
    private static final String TRAINING_LOSS = "trainingLoss";

    private final List<Point> training = new ArrayList<>();
    private final List<Validation> validations = new ArrayList<>();
    private int every = 1; // so many reports make a point
    private int reports;
    private double trainingLoss = Double.NaN; // the last

    /**
     * A loss.
     *
     * @param epochs passes over the documents until then, fractions included
     * @param loss nats a token
     */
    public record Point(double epochs, double loss) {
        private Settings toSettings() {
            return Settings.empty().with(EPOCHS, epochs).with(LOSS, loss);
        }
    }

    /**
     * A validation.
     *
     * @param epochs passes over the documents until then, fractions included
     * @param loss nats a token
     * @param trainingLoss mean over the last steps before, nats a token; NaN before the first
     */
    public record Validation(double epochs, double loss, double trainingLoss) {
        private Settings toSettings() {
            Settings settings = Settings.empty().with(EPOCHS, epochs).with(LOSS, loss);
            return Double.isFinite(trainingLoss) ? settings.with(TRAINING_LOSS, trainingLoss) : settings;
        }
    }

    /** Adds what a training reports; the same losses may be reported any number of times. */
    public void add(TrainingProgress progress) {
        boolean measured = Double.isFinite(progress.trainingLoss()) && progress.trainingLoss() != trainingLoss;
        trainingLoss = progress.trainingLoss();
        if (measured && reports++ % every == 0) {
            training.add(new Point(progress.epochs(), progress.trainingLoss()));
            if (training.size() > MOST_POINTS) {
                thin();
            }
        }
        boolean known = !validations.isEmpty()
                && validations.get(validations.size() - 1).loss() == progress.validationLoss();
        if (Double.isFinite(progress.validationLoss()) && !known) {
            validations.add(new Validation(progress.epochs(), progress.validationLoss(), progress.trainingLoss()));
        }
    }

    private void thin() {
        for (int i = training.size() / 2; i > 0; i--) {
            training.remove(2 * i - 1);
        }
        every *= 2;
    }

    /** As a checkpoint keeps it. */
    public Settings toSettings() {
        return Settings.empty()
                .with("every", every)
                .with("reports", reports)
                .with("training", training.stream().map(Point::toSettings).toList())
                .with(
                        "validations",
                        validations.stream().map(Validation::toSettings).toList());
    }

    /** What {@link #toSettings} gave. @throws UserException if something is missing */
    public static TrainingHistory of(Settings settings) {
        TrainingHistory history = new TrainingHistory();
        history.every = settings.integer("every", 1, Integer.MAX_VALUE);
        history.reports = settings.integer("reports", 0, Integer.MAX_VALUE);
        for (Settings point : list(settings, "training")) {
            history.training.add(new Point(decimal(point, EPOCHS), decimal(point, LOSS)));
        }
        for (Settings point : list(settings, "validations")) {
            double trainingLoss = point.has(TRAINING_LOSS) ? decimal(point, TRAINING_LOSS) : Double.NaN;
            history.validations.add(new Validation(decimal(point, EPOCHS), decimal(point, LOSS), trainingLoss));
        }
        return history;
    }

    private static double decimal(Settings settings, String name) {
        return settings.decimal(name, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private static List<Settings> list(Settings settings, String name) {
        List<Settings> list = new ArrayList<>();
        if (settings.value(name) instanceof List<?> values) {
            for (Object value : values) {
                if (value instanceof Settings point) {
                    list.add(point);
                }
            }
            if (list.size() == values.size()) {
                return list;
            }
        }
        throw new UserException("setting '" + name + "' is not a list of losses");
    }

    /** The training losses, in order. */
    public List<Point> training() {
        return List.copyOf(training);
    }

    /** The validations, in order. */
    public List<Validation> validations() {
        return List.copyOf(validations);
    }

    /** The validation with the lowest loss, the first of several. */
    public Optional<Validation> best() {
        return validations.stream().min(Comparator.comparingDouble(Validation::loss));
    }

    /**
     * Whether the training begins to learn by heart: the last three validations each came out higher than the one before,
     * the last at least 1 % above the best, while the training loss fell.
     */
    public boolean overfits() {
        if (validations.size() <= RISING) {
            return false;
        }
        List<Validation> last = validations.subList(validations.size() - RISING - 1, validations.size());
        for (int i = 1; i < last.size(); i++) {
            if (last.get(i).loss() <= last.get(i - 1).loss()) {
                return false;
            }
        }
        Validation now = last.get(RISING);
        return now.loss() >= RISEN * best().orElseThrow().loss()
                && now.trainingLoss() < last.get(0).trainingLoss();
    }
}
