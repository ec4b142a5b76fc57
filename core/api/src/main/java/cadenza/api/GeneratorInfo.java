package cadenza.api;

import cadenza.api.document.Medium;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a generator says of itself.
 *
 * @param id lower case, words joined by hyphens, the same as its plugin's id; stands in every model file
 * @param medium what it generates
 * @param title one line for the user
 * @param options what its training can be told
 * @param continues whether a training can begin from a checkpoint or from another model ({@link TrainingStart}); where
 *     not, the host refuses it
 */
public record GeneratorInfo(String id, Medium medium, String title, List<GeneratorOption> options, boolean continues) {
    public GeneratorInfo {
        if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("generator id '" + id + "' is not lower case words joined by hyphens");
        }
        Objects.requireNonNull(medium, "medium");
        Objects.requireNonNull(title, "title");
        options = List.copyOf(options);
        Set<String> names = new HashSet<>();
        for (GeneratorOption option : options) {
            if (!names.add(option.name())) {
                throw new IllegalArgumentException("generator '" + id + "' has two options '" + option.name() + "'");
            }
        }
    }

    /** One whose trainings always begin from fresh weights. */
    public GeneratorInfo(String id, Medium medium, String title, List<GeneratorOption> options) {
        this(id, medium, title, options, false);
    }

    /** Every option at its default. */
    public Settings defaults() {
        Settings settings = Settings.empty();
        for (GeneratorOption option : options) {
            settings = settings.with(option.name(), option.defaultValue());
        }
        return settings;
    }
}
