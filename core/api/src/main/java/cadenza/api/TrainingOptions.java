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
 * @param patience stop after so many validations in a row without an improvement, 1 or more, if bounded so too
 * @param seed makes the initial weights and the order of the documents
 * @param start from where it begins; anything but {@link TrainingStart#FRESH} only where
 *     {@link GeneratorInfo#continues()}
 */
public record TrainingOptions(
        Settings settings,
        OptionalInt epochs,
        Optional<Duration> time,
        OptionalInt patience,
        long seed,
        TrainingStart start) {
    public TrainingOptions {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(start, "start");
        if (epochs.isEmpty() && time.isEmpty()) {
            throw new IllegalArgumentException("a training must be bounded by epochs or by time");
        }
    }

    /** From fresh weights, without patience. */
    public TrainingOptions(Settings settings, OptionalInt epochs, Optional<Duration> time, long seed) {
        this(settings, epochs, time, OptionalInt.empty(), seed, TrainingStart.FRESH);
    }
}
