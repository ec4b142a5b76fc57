package cadenza.host.models;

import cadenza.api.GeneratorInfo;
import cadenza.api.GeneratorOption;
import cadenza.api.Settings;
import cadenza.api.TrainingStart;
import cadenza.api.UserException;
import cadenza.host.novelty.Fingerprint;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A model from whose weights another training begins.
 *
 * @param name as the library knows it
 * @param hash SHA-256 of its file
 * @param stored what its file says
 * @param fingerprint of what it was trained on, which the model that is trained from it knows as well
 */
public record ParentModel(String name, String hash, StoredModel stored, Optional<Fingerprint> fingerprint) {
    private static final String OPTIONS = "options";
    private static final String LEARNING_RATE = "learning-rate";

    /** What a network's shape is made of. */
    private static final List<String> SETTLED = List.of("cell", "layers", "hidden");

    private static final double SHARE_OF_RATE = 0.3;

    /** What the parent's card says of its training that the next card must not lose: whose data it was, and from where. */
    private static final List<String> INHERITED = List.of("data", "from");

    /** Reads a model. @throws cadenza.api.UserException naming the file and the fault */
    public static ParentModel read(Path file) {
        return new ParentModel(
                ModelLibrary.nameOf(file), ModelFile.sha256(file), ModelFile.read(file), ModelFile.fingerprint(file));
    }

    /** For the options of a training. */
    public TrainingStart start() {
        return new TrainingStart.FromModel(stored.contents());
    }

    /** Where the weights come from, for the card of the model that is trained from this one. */
    public Settings origin() {
        Settings origin = Settings.empty().with("name", name).with("sha256", hash);
        for (String key : INHERITED) {
            if (stored.card().has(key)) {
                origin = origin.with(key, stored.card().value(key));
            }
        }
        return origin;
    }

    /**
     * The options to go on with where the user gives no others: the parent's, but a lower learning rate.
     *
     * @param info of the parent's generator
     */
    public Settings options(GeneratorInfo info) {
        Settings options = info.defaults();
        for (GeneratorOption option : info.options()) {
            Object value = parentsValue(option).orElse(option.defaultValue());
            if (option.name().equals(LEARNING_RATE) && value instanceof Double rate) {
                value = option.parse(String.valueOf(rate * SHARE_OF_RATE));
            }
            options = options.with(option.name(), value);
        }
        return options;
    }

    /** What the card says, if it is a value that the option has today. */
    private Optional<Object> parentsValue(GeneratorOption option) {
        Settings card = stored.card();
        if (!card.has(OPTIONS) || !card.settings(OPTIONS).has(option.name())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    option.parse(String.valueOf(card.settings(OPTIONS).value(option.name()))));
        } catch (UserException e) {
            return Optional.empty(); // another version had other options
        }
    }

    /** @throws UserException if one of the options that were given is settled by the parent's network */
    public void checkGiven(Collection<String> options) {
        for (String option : options) {
            if (SETTLED.contains(option)) {
                throw new UserException("--" + option + " cannot be given with --from: the network is that of model '"
                        + name + "'; leave it out, or train without --from");
            }
        }
    }
}
