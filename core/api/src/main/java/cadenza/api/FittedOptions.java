package cadenza.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Options of a training that fit a corpus.
 *
 * @param settings a value for each of the generator's options
 * @param reasons why, by the names of the options that it explains, for the user and without the value: "hidden", "of
 *     42,000 characters a larger network learns by heart". Options with the same reason are told together; the host does
 *     not tell it of those that the user gave
 */
public record FittedOptions(Settings settings, Map<String, String> reasons) {
    /** @throws IllegalArgumentException if a reason is of an option that has no value */
    public FittedOptions {
        Objects.requireNonNull(settings, "settings");
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
        for (String option : reasons.keySet()) {
            if (!settings.has(option)) {
                throw new IllegalArgumentException("there is a reason for '" + option + "' but no value");
            }
        }
    }
}
