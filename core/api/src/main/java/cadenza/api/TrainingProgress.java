package cadenza.api;

import java.time.Duration;

/**
 * Where a training stands.
 *
 * @param epochs passes over the training documents so far, fractions included
 * @param steps updates of the weights so far
 * @param trainingLoss mean over the last steps, nats a token; NaN before the first step
 * @param validationLoss of the last validation, nats a token; NaN before the first
 * @param bestValidationLoss the lowest so far, nats a token; NaN before the first
 * @param tokensPerSecond tokens trained on a second, lately
 * @param elapsed since the start
 * @param remaining until the end, estimated
 */
public record TrainingProgress(
        double epochs,
        long steps,
        double trainingLoss,
        double validationLoss,
        double bestValidationLoss,
        double tokensPerSecond,
        Duration elapsed,
        Duration remaining) {}
