package cadenza.training;

import cadenza.api.TrainingProgress;
import cadenza.api.UserException;
import cadenza.recurrent.NetworkShape;
import cadenza.recurrent.NetworkWeights;
import cadenza.training.engine.Window;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * Fits a network: Adam with a falling learning rate, gradient clipping by norm, dropout, truncated backpropagation
 * through time with the state carried from window to window, and the best weights on the validation sequences. One
 * object is one training; for one thread.
 */
public final class Trainer {
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
    private static final long SECOND = 1_000_000_000L;

    private final NetworkShape shape;
    private final Hyperparameters hyperparameters;
    private final InputSlots slots;
    private final TrainingSet training;
    private final Windows validation;
    private final ProgressListener listener;
    private final Random random;
    private final long began = System.nanoTime();

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
    private long reported = began;
    private long tokensSinceReport;
    private double lossSinceReport;
    private long validationNanosSinceReport;

    /**
     * @param slots input slots of every sequence
     * @param validation may be empty: then the last weights are the best
     */
    public Trainer(
            NetworkShape shape,
            Hyperparameters hyperparameters,
            InputSlots slots,
            TrainingSet training,
            List<Sequence> validation,
            ProgressListener listener) {
        this.shape = shape;
        this.hyperparameters = hyperparameters;
        this.slots = slots;
        this.training = training;
        this.listener = listener;
        this.random = new Random(hyperparameters.seed());
        this.validation = new Windows(
                limited(validation), hyperparameters.batch(), hyperparameters.steps(), slots.count(), random);
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
    public NetworkWeights train() {
        try (WindowNetwork network = new WindowNetwork(shape, slots, hyperparameters, this::done)) {
            while (goesOn()) {
                epoch(network);
            }
            if (!outOfPatience()) { // else these weights were just validated
                validate(network);
            }
            return bestWeights;
        }
    }

    private boolean goesOn() {
        return done() < 1 && !outOfPatience() && !listener.cancelled();
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
        Windows windows = new Windows(
                training.epoch(random), hyperparameters.batch(), hyperparameters.steps(), slots.count(), random);
        if (windows.count() == 0) {
            throw new UserException("there is nothing to train on; give more documents");
        }
        double epochsBefore = epochs;
        int fitted = 0;
        for (Iterator<Window> iterator = windows.iterator(); iterator.hasNext() && goesOn(); ) {
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
            fitted++;
            epochs = epochsBefore + (double) fitted / windows.count();
            report();
            if (validationDue()) {
                validate(network);
            }
        }
    }

    private void report() {
        long now = System.nanoTime();
        if (now - reported >= SECOND && tokensSinceReport > 0) {
            summarise(now);
            listener.progressed(progress());
        }
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
        double done = Math.min(1, Math.max(1e-6, done()));
        Duration elapsed = Duration.ofNanos(elapsed());
        Duration remaining = Duration.ofNanos((long) (elapsed.toNanos() * (1 - done) / done));
        return new TrainingProgress(
                epochs, steps, recentLoss, validationLoss, best, tokensPerSecond, elapsed, remaining);
    }
}
