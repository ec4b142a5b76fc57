package cadenza.host.writing;

import cadenza.api.Settings;
import cadenza.api.UserException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How far a text goes on after its prime: up to the first of its bounds that is reached. The model may end it before.
 *
 * @param characters code points, 1 to {@link #MOST_CHARACTERS}; a token that would go beyond is not chosen
 * @param words that begin after the prime ({@link WordCount}); the text ends with the last one
 * @param lines that end after the prime; the text ends with the last one's line feed
 * @param paragraphs that end after the prime with a blank line, or several; the text ends with the last one's line feed
 * @param stops the text ends before the first of these, exactly as written, that lies wholly after the prime
 * @param sentenceEnd where a bound other than a stop is reached within a sentence, go on to its end ({@link SentenceEnd})
 *     for at most so many characters, 1 to {@link #MOST_CHARACTERS}
 * @param kept only so many characters of it, because it was interrupted there; 0 or more
 */
public record Extent(
        int characters,
        OptionalInt words,
        OptionalInt lines,
        OptionalInt paragraphs,
        List<String> stops,
        OptionalInt sentenceEnd,
        OptionalInt kept) {
    /** Upper bound of {@link #characters}. */
    public static final int MOST_CHARACTERS = 100_000_000;

    /** How many characters a sentence may take to end where nothing else is said. */
    public static final int SENTENCE = 400;

    /** How many characters may pass before a stop comes, where no length is given. */
    public static final int BEFORE_STOP = 10_000;

    /** How many characters a word may take, where no length is given. */
    public static final int A_WORD = 100;

    /** How many characters a line may take, where no length is given. */
    public static final int A_LINE = 1_000;

    /** How many characters a paragraph may take, where no length is given. */
    public static final int A_PARAGRAPH = 10_000;

    public Extent {
        check("--length", characters, "characters");
        words.ifPresent(most -> check("--words", most, "words"));
        lines.ifPresent(most -> check("--lines", most, "lines"));
        paragraphs.ifPresent(most -> check("--paragraphs", most, "paragraphs"));
        sentenceEnd.ifPresent(most -> check("--until-sentence-end", most, "characters"));
        Objects.requireNonNull(kept, "kept");
        stops = List.copyOf(stops);
        if (stops.contains("")) {
            throw new UserException("--stop '' stops nowhere; give at least one character, or leave it out");
        }
    }

    private static void check(String option, int number, String what) {
        if (number < 1 || number > MOST_CHARACTERS) {
            throw new UserException(option + " " + number + " is not in 1.." + MOST_CHARACTERS + " " + what);
        }
    }

    /** Just so many characters. */
    public static Extent ofCharacters(int characters) {
        return new Extent(
                characters,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    /**
     * The most characters of a text that is bounded otherwise: it ends even if the model never writes what ends it.
     *
     * @return empty if there is no other bound
     */
    public static OptionalInt mostCharacters(
            OptionalInt words, OptionalInt lines, OptionalInt paragraphs, List<String> stops) {
        long most = Long.MAX_VALUE;
        if (words.isPresent()) {
            most = (long) A_WORD * words.getAsInt();
        }
        if (lines.isPresent()) {
            most = Math.min(most, (long) A_LINE * lines.getAsInt());
        }
        if (paragraphs.isPresent()) {
            most = Math.min(most, (long) A_PARAGRAPH * paragraphs.getAsInt());
        }
        if (most == Long.MAX_VALUE) {
            return stops.isEmpty() ? OptionalInt.empty() : OptionalInt.of(BEFORE_STOP);
        }
        // What is no number of words or lines is refused when the extent is made.
        return OptionalInt.of((int) Math.max(1, Math.min(most, MOST_CHARACTERS)));
    }

    /** The same, of which only so many characters were kept. */
    public Extent keeping(int characters) {
        return new Extent(this.characters, words, lines, paragraphs, stops, sentenceEnd, OptionalInt.of(characters));
    }

    /** Whether anything but the number of characters bounds it. */
    public boolean boundedOtherwise() {
        return words.isPresent() || lines.isPresent() || paragraphs.isPresent() || !stops.isEmpty();
    }

    /** How many characters there are at most. */
    long most() {
        return (long) characters + sentenceEnd.orElse(0);
    }

    /** Adds itself to what a recipe keeps. */
    public Settings addTo(Settings settings) {
        Settings all = settings.with("length", characters);
        all = with(all, "words", words);
        all = with(all, "lines", lines);
        all = with(all, "paragraphs", paragraphs);
        if (!stops.isEmpty()) {
            all = all.with("stop", stops);
        }
        return with(with(all, "sentenceEnd", sentenceEnd), "kept", kept);
    }

    private static Settings with(Settings settings, String name, OptionalInt value) {
        return value.isPresent() ? settings.with(name, value.getAsInt()) : settings;
    }

    /** Out of a recipe. */
    public static Extent of(Settings settings) {
        return new Extent(
                settings.integer("length", 1, MOST_CHARACTERS),
                optional(settings, "words"),
                optional(settings, "lines"),
                optional(settings, "paragraphs"),
                settings.has("stop") ? settings.texts("stop") : List.of(),
                optional(settings, "sentenceEnd"),
                optional(settings, "kept"));
    }

    private static OptionalInt optional(Settings settings, String name) {
        return settings.has(name) ? OptionalInt.of(settings.integer(name, 0, MOST_CHARACTERS)) : OptionalInt.empty();
    }
}
