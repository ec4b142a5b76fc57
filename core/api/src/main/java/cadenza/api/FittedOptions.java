package cadenza.api;

import java.util.List;
import java.util.Objects;

/**
 * Options of a training that fit a corpus.
 *
 * @param settings a value for each of the generator's options
 * @param reasons why those that differ from the defaults do, one line each, for the user: "hidden 128, dropout 0.5: of
 *     42 kB a larger network learns by heart"
 */
public record FittedOptions(Settings settings, List<String> reasons) {
    public FittedOptions {
        Objects.requireNonNull(settings, "settings");
        reasons = List.copyOf(reasons);
    }
}
