package cadenza.host.writing;

import cadenza.api.Settings;
import cadenza.api.UserException;
import java.util.List;

/**
 * What a text must not hold, in whatever case ({@link CaseFolding}).
 *
 * @param phrases anywhere, inside longer words too
 * @param words as whole words alone: no letter, digit or mark beside them
 */
public record Bans(List<String> phrases, List<String> words) {
    /** Nothing is banned. */
    public static final Bans NONE = new Bans(List.of(), List.of());

    public Bans {
        phrases = checked("--ban", phrases);
        words = checked("--ban-word", words);
    }

    private static List<String> checked(String option, List<String> texts) {
        for (String text : texts) {
            if (text.isEmpty()) {
                throw new UserException(option + " '' bans nothing; give at least one character, or leave it out");
            }
        }
        return texts.stream().distinct().toList();
    }

    /** Whether nothing is banned. */
    public boolean none() {
        return phrases.isEmpty() && words.isEmpty();
    }

    /** Adds itself to what a recipe keeps; nothing where nothing is banned. */
    public Settings addTo(Settings settings) {
        Settings all = settings;
        if (!phrases.isEmpty()) {
            all = all.with("ban", phrases);
        }
        return words.isEmpty() ? all : all.with("banWords", words);
    }

    /** Out of a recipe. */
    public static Bans of(Settings settings) {
        return new Bans(
                settings.has("ban") ? settings.texts("ban") : List.of(),
                settings.has("banWords") ? settings.texts("banWords") : List.of());
    }
}
