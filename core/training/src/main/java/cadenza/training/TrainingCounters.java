package cadenza.training;

import cadenza.api.Settings;

/**
 * How far a training is. Losses are nats a token, NaN where there is none yet.
 *
 * @param epoch whole passes over the training sequences
 * @param windows windows of the pass at hand that are done
 * @param epochs passes, the part of the one at hand included
 * @param steps updates of the weights
 * @param trainedTokens tokens learned from
 * @param validatedTokens tokens validated on
 * @param elapsedNanos time the training took, validation included
 * @param longestValidationNanos time the longest validation took
 * @param lastValidation how much of the training was done at the last validation, 0 to 1
 * @param trainingLoss mean over the last second or so
 * @param validationLoss of the last validation
 * @param bestLoss of the best validation
 * @param validationsWithoutImprovement in a row
 * @param threads that share the work; on another number the sums are other bits
 */
record TrainingCounters(
        long epoch,
        int windows,
        double epochs,
        long steps,
        long trainedTokens,
        long validatedTokens,
        long elapsedNanos,
        long longestValidationNanos,
        double lastValidation,
        double trainingLoss,
        double validationLoss,
        double bestLoss,
        int validationsWithoutImprovement,
        int threads) {
    private static final int MOST_THREADS = 1024;

    /** As a checkpoint keeps them: no value where there is no loss. */
    Settings toSettings() {
        Settings settings = Settings.empty()
                .with("epoch", epoch)
                .with("windows", windows)
                .with("epochs", epochs)
                .with("steps", steps)
                .with("trainedTokens", trainedTokens)
                .with("validatedTokens", validatedTokens)
                .with("elapsedNanos", elapsedNanos)
                .with("longestValidationNanos", longestValidationNanos)
                .with("lastValidation", lastValidation)
                .with("validationsWithoutImprovement", validationsWithoutImprovement)
                .with("threads", threads);
        settings = withLoss(settings, "trainingLoss", trainingLoss);
        settings = withLoss(settings, "validationLoss", validationLoss);
        return withLoss(settings, "bestLoss", bestLoss);
    }

    private static Settings withLoss(Settings settings, String name, double loss) {
        return Double.isFinite(loss) ? settings.with(name, loss) : settings;
    }

    /** What {@link #toSettings} gave. @throws UserException if something is missing or out of range */
    static TrainingCounters of(Settings settings) {
        return new TrainingCounters(
                settings.number("epoch"),
                settings.integer("windows", 0, Integer.MAX_VALUE),
                settings.decimal("epochs", 0, Double.MAX_VALUE),
                settings.number("steps"),
                settings.number("trainedTokens"),
                settings.number("validatedTokens"),
                settings.number("elapsedNanos"),
                settings.number("longestValidationNanos"),
                settings.decimal("lastValidation", 0, Double.MAX_VALUE),
                loss(settings, "trainingLoss"),
                loss(settings, "validationLoss"),
                loss(settings, "bestLoss"),
                settings.integer("validationsWithoutImprovement", 0, Integer.MAX_VALUE),
                settings.integer("threads", 1, MOST_THREADS));
    }

    private static double loss(Settings settings, String name) {
        return settings.has(name) ? settings.decimal(name, -Double.MAX_VALUE, Double.MAX_VALUE) : Double.NaN;
    }
}
