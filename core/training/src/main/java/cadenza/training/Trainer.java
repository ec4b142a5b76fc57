package cadenza.training;

import cadenza.api.TrainingProgress;
import cadenza.api.UserException;
import cadenza.recurrent.NetworkShape;
import cadenza.recurrent.NetworkWeights;
import cadenza.training.engine.CountedSeed;
import cadenza.training.engine.Window;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Fits a network: Adam with a falling learning rate, gradient clipping by norm, dropout, truncated backpropagation
 * through time with the state carried from window to window, and the best weights on the validation sequences. One
 * object is one training; for one thread.
 */
final class Trainer {
    /**
     * Validation takes about this share of the training's work at most. Work, not time, so that a training bounded by
     * epochs gives the same weights on one machine, however busy it is.
     */
    private static final double VALIDATION_SHARE = 0.08;

    /** Validating a token takes so much of the work of training on it: forward alone. */
    private static final double VALIDATION_WORK = 1.0 / 3;

    /** Of more validation tokens than these, the beginning of each sequence serves: its loss hardly differs. */
    private static final long MOST_VALIDATION_TOKENS = 200_000;

    private static final double FIRST_VALIDATION = 0.05;

    /** In the place of an epoch, for the order of the validation sequences. */
    private static final long VALIDATION = -1;

    private static final long SECOND = 1_000_000_000L;

    private final NetworkShape shape;
    private final Hyperparameters hyperparameters;
    private final InputSlots slots;
    private final TrainingSet training;
    private final Windows validation;
    private final ProgressListener listener;
    private final TrainerStart start;
    private long began;

    private long epoch;
    private int windowsOfEpoch; // that are done
    private double epochs;
    private long steps;
    private double recentLoss = Double.NaN;
    private double tokensPerSecond;
    private double validationLoss = Double.NaN;
    private double best = Double.NaN;
    private NetworkWeights bestWeights;
    private int validationsWithoutImprovement;

    private long trainedTokens;
    private long validatedTokens;
    private long longestValidation;
    private double lastValidation;
    private long reported;
    private long tokensSinceReport;
    private double lossSinceReport;
    private long validationNanosSinceReport;

    /**
     * @param slots input slots of every sequence
     * @param validation may be empty: then the last weights are the best
     * @throws UserException if the start does not fit the shape
     */
    Trainer(
            NetworkShape shape,
            Hyperparameters hyperparameters,
            InputSlots slots,
            TrainingSet training,
            List<Sequence> validation,
            TrainerStart start,
            ProgressListener listener) {
        this.shape = shape;
        this.hyperparameters = start instanceof TrainerStart.FromState from
                ? hyperparameters.onThreads(from.state().counters().threads())
                : hyperparameters;
        this.slots = slots;
        this.training = training;
        this.start = start;
        this.listener = listener;
        this.validation = new Windows(
                limited(validation),
                hyperparameters.batch(),
                hyperparameters.steps(),
                slots.count(),
                random(VALIDATION));
    }

    private Random random(long count) {
        return new Random(CountedSeed.of(hyperparameters.seed(), count));
    }

    private static List<Sequence> limited(List<Sequence> validation) {
        long total = validation.stream().mapToLong(Sequence::length).sum();
        if (total <= MOST_VALIDATION_TOKENS) {
            return validation;
        }
        double share = (double) MOST_VALIDATION_TOKENS / total;
        return validation.stream()
                .map(sequence -> sequence.part(0, (int) Math.ceil(sequence.length() * share)))
                .toList();
    }

    /** Trains until a bound is reached, patience ends or the listener cancels. @return the best weights */
    NetworkWeights train() {
        try (WindowNetwork network = new WindowNetwork(shape, slots, hyperparameters, this::done)) {
            begin(network);
            while (goesOn()) {
                epoch(network);
            }
            boolean ended = ended();
            if (!ended && steps > 0) {
                // Before a validation that the training would not make here if it went on.
                listener.reached(() -> state(network));
            }
            if (!outOfPatience()) { // else these weights were just validated
                validate(network);
            }
            if (ended) {
                listener.reached(() -> state(network));
            }
            return bestWeights;
        }
    }

    private void begin(WindowNetwork network) {
        began = System.nanoTime(); // not before the libraries were loaded, which can take longer than a short training
        reported = began;
        if (start instanceof TrainerStart.FromWeights from) {
            network.setWeights(GrownWeights.of(from.weights(), network.weights()));
        } else if (start instanceof TrainerStart.FromState from) {
            network.restore(from.state());
            TrainingCounters counters = from.state().counters();
            began = System.nanoTime() - counters.elapsedNanos();
            epoch = counters.epoch();
            windowsOfEpoch = counters.windows();
            epochs = counters.epochs();
            steps = counters.steps();
            trainedTokens = counters.trainedTokens();
            validatedTokens = counters.validatedTokens();
            longestValidation = counters.longestValidationNanos();
            recentLoss = counters.trainingLoss();
            validationLoss = counters.validationLoss();
            best = counters.bestLoss();
            bestWeights = from.state().best().orElse(null);
            // Where the bounds are wider than they were, less of it is done.
            lastValidation = Math.min(counters.lastValidation(), done());
            validationsWithoutImprovement = counters.validationsWithoutImprovement();
            if (outOfPatience()) {
                validationsWithoutImprovement = 0; // whoever takes it up again has new patience
            }
        }
    }

    private TrainingState state(WindowNetwork network) {
        TrainingCounters counters = new TrainingCounters(
                epoch,
                windowsOfEpoch,
                epochs,
                steps,
                trainedTokens,
                validatedTokens,
                elapsed(),
                longestValidation,
                lastValidation,
                recentLoss,
                validationLoss,
                best,
                validationsWithoutImprovement,
                hyperparameters.threads());
        return new TrainingState(
                counters, network.weights(), Optional.ofNullable(bestWeights), network.moments(), network.states());
    }

    /** However little time there is, a step is made: weights that learned nothing are no model. */
    private boolean goesOn() {
        return (steps == 0 || !ended()) && !listener.cancelled();
    }

    private boolean ended() {
        return done() >= 1 || outOfPatience();
    }

    private boolean outOfPatience() {
        return hyperparameters.patience().isPresent()
                && validationsWithoutImprovement >= hyperparameters.patience().getAsInt();
    }

    /** How much of the training is done, 0 to 1, by whichever bound is nearer. */
    private double done() {
        double byEpochs = hyperparameters.epochs().isPresent()
                ? epochs / hyperparameters.epochs().getAsInt()
                : 0;
        double byTime = hyperparameters
                .time()
                .map(time -> (double) elapsed() / (time.toNanos() - lastValidationNanos(time)))
                .orElse(0.0);
        return Math.max(byEpochs, byTime);
    }

    private long elapsed() {
        return System.nanoTime() - began;
    }

    /** Time to keep for the validation at the end, at most half of all. */
    private long lastValidationNanos(Duration time) {
        return Math.min(longestValidation, time.toNanos() / 2);
    }

    private void epoch(WindowNetwork network) {
        Random random = random(epoch);
        Windows windows = new Windows(
                training.epoch(random), hyperparameters.batch(), hyperparameters.steps(), slots.count(), random);
        if (windows.count() == 0) {
            throw new UserException("there is nothing to train on; give more documents");
        }
        Iterator<Window> iterator = windows.iterator();
        for (int i = 0; i < windowsOfEpoch; i++) {
            iterator.next();
        }
        while (iterator.hasNext() && goesOn()) {
            Window window = iterator.next();
            double loss = network.fit(window);
            if (!Double.isFinite(loss)) {
                throw new UserException("the loss became " + loss + " after " + steps
                        + " steps; train with a lower --learning-rate than " + hyperparameters.learningRate());
            }
            int tokens = window.tokens();
            trainedTokens += tokens;
            tokensSinceReport += tokens;
            lossSinceReport += loss * tokens;
            steps++;
            windowsOfEpoch++;
            epochs = epoch + (double) windowsOfEpoch / windows.count();
            boolean resting = report();
            if (validationDue()) {
                validate(network);
                resting = true;
            }
            if (windowsOfEpoch == windows.count()) {
                epoch++;
                windowsOfEpoch = 0;
            }
            if (resting) {
                listener.reached(() -> state(network));
            }
        }
    }

    /** @return whether it is a time to report */
    private boolean report() {
        long now = System.nanoTime();
        if (now - reported < SECOND || tokensSinceReport == 0) {
            return false;
        }
        summarise(now);
        listener.progressed(progress());
        return true;
    }

    private void summarise(long now) {
        recentLoss = lossSinceReport / tokensSinceReport;
        long nanos = Math.max(1, now - reported - validationNanosSinceReport);
        tokensPerSecond = tokensSinceReport * (double) SECOND / nanos;
        reported = now;
        tokensSinceReport = 0;
        lossSinceReport = 0;
        validationNanosSinceReport = 0;
    }

    private boolean validationDue() {
        double done = done();
        if (done < FIRST_VALIDATION || validation.count() == 0) {
            return false;
        }
        boolean cheapEnough = VALIDATION_WORK * validatedTokens <= VALIDATION_SHARE * trainedTokens;
        return cheapEnough && done - lastValidation >= FIRST_VALIDATION;
    }

    private void validate(WindowNetwork network) {
        long start = System.nanoTime();
        lastValidation = done();
        double loss = 0;
        long tokens = 0;
        for (Window window : validation) {
            loss += network.loss(window);
            tokens += window.tokens();
        }
        long took = System.nanoTime() - start;
        validatedTokens += tokens;
        validationNanosSinceReport += took;
        longestValidation = Math.max(longestValidation, took);
        validationLoss = tokens == 0 ? Double.NaN : loss / tokens;
        // A rate over a few steps would say little; a loss over them says more than none.
        boolean first = Double.isNaN(recentLoss);
        if (tokensSinceReport > 0 && (first || done() >= 1)) {
            summarise(System.nanoTime());
        }
        if (bestWeights == null || tokens == 0 || validationLoss < best) {
            best = validationLoss;
            bestWeights = network.weights();
            validationsWithoutImprovement = 0;
            listener.improved(progress(), bestWeights);
        } else {
            validationsWithoutImprovement++;
        }
        listener.progressed(progress());
    }

    private TrainingProgress progress() {
        double done = ended() ? 1 : Math.max(1e-6, done());
        Duration elapsed = Duration.ofNanos(elapsed());
        Duration remaining = Duration.ofNanos((long) (elapsed.toNanos() * (1 - done) / done));
        return new TrainingProgress(
                epochs, steps, recentLoss, validationLoss, best, tokensPerSecond, elapsed, remaining);
    }
}
