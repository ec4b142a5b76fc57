package cadenza.api;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a training is to go.
 *
 * @param settings a value for each of the generator's options, checked against its range
 * @param epochs passes over the training documents at most, if bounded so
 * @param time wall time at most, validation included, if bounded so
 * @param seed makes the initial weights and the order of the documents
 */
public record TrainingOptions(Settings settings, OptionalInt epochs, Optional<Duration> time, long seed) {
    public TrainingOptions {
        Objects.requireNonNull(settings, "settings");
        if (epochs.isEmpty() && time.isEmpty()) {
            throw new IllegalArgumentException("a training must be bounded by epochs or by time");
        }
    }
}
