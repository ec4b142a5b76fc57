package cadenza.cli;

import cadenza.api.Settings;
import cadenza.api.TrainingOptions;
import cadenza.api.TrainingStart;
import cadenza.api.UserException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The options that say when a training ends. */
final class TrainingBounds {
    private static final double DEFAULT_MINUTES = 10;
    private static final double MOST_MINUTES = 60 * 24 * 30;
    private static final int MOST_EPOCHS = 1_000_000;

    @Option(names = "--minutes", paramLabel = "M", description = "Train at most so long (default: 10).")
    private Double minutes;

    @Option(names = "--epochs", paramLabel = "E", description = "Train at most so many passes over the files.")
    private Integer epochs;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "Stop after N validations in a row without an improvement.")
    private Integer patience;

    /** @throws UserException if one is out of range */
    void check() {
        if (minutes != null && !(minutes > 0 && minutes <= MOST_MINUTES)) {
            throw new UserException("--minutes " + minutes + " is not above 0 and at most " + (long) MOST_MINUTES);
        }
        if (epochs != null && (epochs < 1 || epochs > MOST_EPOCHS)) {
            throw new UserException("--epochs " + epochs + " is not in 1.." + MOST_EPOCHS);
        }
        if (patience != null && patience < 1) {
            throw new UserException("--patience " + patience + " is not a whole number from 1 on");
        }
    }

    /** Whether a time or a number of epochs is given. */
    boolean given() {
        return minutes != null || epochs != null;
    }

    /** Whether anything is given. */
    boolean anyGiven() {
        return given() || patience != null;
    }

    /** Takes what another line gives in place of what this one gave. */
    void replaceBy(TrainingBounds anew) {
        if (anew.given()) {
            minutes = anew.minutes;
            epochs = anew.epochs;
        }
        patience = anew.patience == null ? patience : anew.patience;
    }

    TrainingOptions options(Settings settings, long seed, TrainingStart start) {
        double bound = minutes != null ? minutes : epochs != null ? 0 : DEFAULT_MINUTES;
        return new TrainingOptions(
                settings,
                epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs),
                bound == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(Math.max(1, (long) (bound * 60_000)))),
                patience == null ? OptionalInt.empty() : OptionalInt.of(patience),
                seed,
                start);
    }

    /** What was given, as words of a command. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (minutes != null) {
            words.addAll(List.of("--minutes", minutes.toString()));
        }
        if (epochs != null) {
            words.addAll(List.of("--epochs", epochs.toString()));
        }
        if (patience != null) {
            words.addAll(List.of("--patience", patience.toString()));
        }
        return words;
    }
}
