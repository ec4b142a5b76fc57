package cadenza.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * All that a generator needs to go on with a training exactly where it stood: the host keeps it and does not look into
 * it.
 *
 * @param best the best model so far, usable as it is
 * @param settings counters and the like
 * @param tensors weights, the optimiser's moments, recurrent states and the like, by name
 */
public record TrainingCheckpoint(ModelContents best, Settings settings, Map<String, Tensor> tensors) {
    public TrainingCheckpoint {
        Objects.requireNonNull(best, "best");
        Objects.requireNonNull(settings, "settings");
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }
}
