package cadenza.cli;

import cadenza.api.UserException;
import cadenza.host.text.TextReader;
import cadenza.host.writing.Bans;
import cadenza.host.writing.Extent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The options that say where a text ends, and what must not be in it. */
final class ShapeOptions implements OptionGroup {
    private static final int LENGTH = 400;

    private final CommandOption<Integer> length = CommandOption.whole(
            "--length",
            "CHARS",
            "At most so many characters after the prime (default: " + LENGTH + " where no other end is given, else "
                    + Extent.A_WORD + " a word, " + Extent.A_LINE + " a line, " + Extent.A_PARAGRAPH
                    + " a paragraph or before a stop).");
    private final CommandOption<Integer> words = CommandOption.whole(
            "--words", "N", "End with the Nth word: a run of letters and digits; each ideograph is one.");
    private final CommandOption<Integer> lines = CommandOption.whole("--lines", "N", "End with the Nth line.");
    private final CommandOption<Integer> paragraphs =
            CommandOption.whole("--paragraphs", "N", "End with the Nth paragraph, which a blank line ends.");
    private final CommandOption<List<String>> stop = CommandOption.texts(
            "--stop", "STRING", "End before this, exactly as written; may be repeated. It is not in the output.");
    private final CommandOption<Boolean> untilSentenceEnd = CommandOption.flag(
            "--until-sentence-end",
            "Where a length ends it within a sentence, go on to the end of that, for " + Extent.SENTENCE
                    + " characters at most.");
    private final CommandOption<List<String>> ban = CommandOption.texts(
            "--ban",
            "PHRASE",
            "Never write this, in upper or lower case, within longer words too: the text goes back to where it began"
                    + " and goes on otherwise. May be repeated.");
    private final CommandOption<List<String>> banWord =
            CommandOption.texts("--ban-word", "WORD", "Never write this as a whole word; may be repeated.");
    private final CommandOption<Path> banFile = CommandOption.path(
            "--ban-file", "FILE", "Phrases never to be written, one a line (UTF-8; blank lines are passed over).");

    @Override
    public List<CommandOption<?>> options() {
        return List.of(length, words, lines, paragraphs, stop, untilSentenceEnd, ban, banWord, banFile);
    }

    /** @throws UserException if a value is out of range */
    Extent extent() {
        OptionalInt most = Extent.mostCharacters(number(words), number(lines), number(paragraphs), stop.or(List.of()));
        return new Extent(
                length.or(most.orElse(LENGTH)),
                number(words),
                number(lines),
                number(paragraphs),
                stop.or(List.of()),
                untilSentenceEnd.or(false) ? OptionalInt.of(Extent.SENTENCE) : OptionalInt.empty(),
                OptionalInt.empty());
    }

    private static OptionalInt number(CommandOption<Integer> option) {
        return option.given().map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** @throws UserException if one is empty, or the file cannot be read */
    Bans bans() {
        List<String> phrases = new ArrayList<>(ban.or(List.of()));
        banFile.given().ifPresent(file -> phrases.addAll(linesOf(file)));
        return new Bans(phrases, banWord.or(List.of()));
    }

    private static List<String> linesOf(Path file) {
        List<String> phrases = new TextReader()
                .read(file)
                .content()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        if (phrases.isEmpty()) {
            throw new UserException("--ban-file '" + file + "' has no phrase; give one a line, or leave it out");
        }
        return phrases;
    }
}
