package cadenza.cli;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.host.control.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say what stands in a model's card besides what the training tells of itself. */
final class CardOptions {
    private static final String TITLE = "title";
    private static final List<String> FURTHER = List.of("origin", "licence");

    @Option(names = "--cadence", description = "Recommend to close clips on the tonic, in the model's card.")
    private boolean cadence;

    @Option(
            names = "--voice-leading",
            paramLabel = "KIND",
            defaultValue = "free",
            description = "Recommend strict voice leading in the model's card, or free (the default).")
    private String voiceLeading;

    @Option(
            names = "--card",
            paramLabel = "KEY=VALUE",
            description = "Title, origin or licence of the data, for the model's card; may be repeated.")
    private Map<String, String> card = new LinkedHashMap<>();

    /** A mistake is told before hours of training. @throws UserException if there is one */
    void check() {
        structure();
        for (String key : card.keySet()) {
            if (!key.equals(TITLE) && !FURTHER.contains(key)) {
                throw new UserException("--card " + key + " is not title, origin or licence");
            }
        }
    }

    /** How clips are best built. */
    Structure structure() {
        return new Structure(Optional.empty(), cadence, ControlOptions.strict(voiceLeading), 0, 0);
    }

    /** What is said of the data. @param title where none is given */
    Settings data(String title) {
        Settings data = Settings.empty().with(TITLE, card.getOrDefault(TITLE, title));
        for (String key : FURTHER) {
            if (card.containsKey(key)) {
                data = data.with(key, card.get(key));
            }
        }
        return data;
    }

    /** What was given of the data, as words of a command. */
    List<String> dataWords() {
        List<String> words = new ArrayList<>();
        card.forEach((key, value) -> words.addAll(List.of("--card", key + "=" + value)));
        return words;
    }

    /** What was given of the structure, as words of a command. */
    List<String> structureWords() {
        List<String> words = new ArrayList<>();
        if (cadence) {
            words.add("--cadence");
        }
        if (structure().strictVoices()) {
            words.addAll(List.of("--voice-leading", voiceLeading));
        }
        return words;
    }
}
