package cadenza.host.corpus;

import cadenza.api.UserException;
import cadenza.api.document.Score;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A set of pieces that comes in parts to train on, to validate on and to test on, as the polyphonic benchmark of N.
 * Boulanger-Lewandowski, Y. Bengio and P. Vincent does (<em>Modeling Temporal Dependencies in High-Dimensional
 * Sequences</em>, ICML 2012).
 *
 * @param file it was read from, for messages
 * @param parts the pieces of each part, by its name, in the order of the file
 */
record PolyphonicSet(Path file, Map<String, List<Score>> parts) {
    static final String TRAIN = "train";
    static final String VALID = "valid";
    static final String TEST = "test";
    static final Set<String> NAMES = Set.of(TRAIN, VALID, TEST);
    private static final String ENDING = ".json.gz";

    PolyphonicSet {
        parts = new LinkedHashMap<>(parts);
    }

    /** Whether a file is one by its name. */
    static boolean isOne(Path file) {
        return file.getFileName() != null
                && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /** The pieces to train on. @throws UserException if there is no such part */
    List<Score> training() {
        return part(TRAIN);
    }

    /** The pieces to validate on, where there are any. */
    Optional<List<Score>> validation() {
        return Optional.ofNullable(parts.get(VALID)).filter(pieces -> !pieces.isEmpty());
    }

    /** The pieces to measure on: those to test on where there are any, else those to validate on. */
    List<Score> toMeasure() {
        List<Score> test = parts.getOrDefault(TEST, List.of());
        return test.isEmpty() ? part(VALID) : test;
    }

    /** The pieces of a part. @throws UserException if it is not here or empty */
    List<Score> part(String name) {
        List<Score> pieces = parts.getOrDefault(name, List.of());
        if (pieces.isEmpty()) {
            throw new UserException("'" + file + "' has no pieces in a part '" + name + "'; its parts are "
                    + String.join(", ", parts.keySet()));
        }
        return pieces;
    }
}
