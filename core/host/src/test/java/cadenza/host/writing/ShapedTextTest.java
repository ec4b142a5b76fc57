package cadenza.host.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.host.sampling.Sampler;
import cadenza.host.sampling.SamplerSettings;
import cadenza.host.sampling.Xoshiro256;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapedTextTest {
    private static final int SEEDS = 300;
    private static final OptionalInt NONE = OptionalInt.empty();
    private final RandomLetters letters = new RandomLetters("abtho.!? \nABTHO", true);
    private final List<String> pieces = new ArrayList<>();

    private String write(RandomLetters model, String prime, Extent extent, Bans bans, long seed, double temperature) {
        pieces.clear();
        Sampler sampler = new Sampler(
                new SamplerSettings(temperature, 0, 1),
                new Xoshiro256(seed),
                model.codec().vocabulary());
        new ShapedText(model, sampler, extent, bans, model.tokens(prime), prime, pieces::add, () -> false).write();
        return String.join("", pieces);
    }

    private String write(Extent extent, Bans bans, long seed) {
        return write(letters, "", extent, bans, seed, 1);
    }

    private static Bans phrases(String... phrases) {
        return new Bans(List.of(phrases), List.of());
    }

    private static Bans words(String... words) {
        return new Bans(List.of(), List.of(words));
    }

    private static Extent extent(int length, OptionalInt words, OptionalInt lines, OptionalInt paragraphs) {
        return new Extent(length, words, lines, paragraphs, List.of(), NONE, NONE);
    }

    private static Extent stopping(int length, String... stops) {
        return new Extent(length, NONE, NONE, NONE, List.of(stops), NONE, NONE);
    }

    @Test
    void withoutABanItIsTheTextThatTheSeedGivesAnyway() {
        for (long seed = 0; seed < 20; seed++) {
            String free = write(Extent.ofCharacters(200), Bans.NONE, seed);
            assertThat(write(Extent.ofCharacters(200), phrases("zzz"), seed)).isEqualTo(free);
            assertThat(free).hasSize(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"th", "tho", "a", "ab", "t h", "!", "\n\n", "oo"})
    void aBannedPhraseNeverAppearsInAnyCase(String phrase) {
        int without = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            String text = write(Extent.ofCharacters(120), phrases(phrase), seed);
            assertThat(text).hasSize(120);
            assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(phrase);
            without += write(Extent.ofCharacters(120), Bans.NONE, seed)
                            .toLowerCase(Locale.ROOT)
                            .contains(phrase)
                    ? 1
                    : 0;
        }
        assertThat(without).as("seeds that give it where it is not banned").isGreaterThan(20);
    }

    @Test
    void theSameWithPredictorsThatCannotBeCopied() {
        RandomLetters uncopied = new RandomLetters("abtho.!? \nABTHO", false);
        for (long seed = 0; seed < 50; seed++) {
            assertThat(write(uncopied, "to", Extent.ofCharacters(80), phrases("th", "ab"), seed, 1))
                    .isEqualTo(write(letters, "to", Extent.ofCharacters(80), phrases("th", "ab"), seed, 1));
        }
    }

    @Test
    void aBannedWordMayBePartOfALongerOneAndNotStandAlone() {
        Pattern alone = Pattern.compile("(?i)(?<![a-z])(t|ho)(?![a-z])");
        int inside = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            String text = write(Extent.ofCharacters(150), words("t", "ho"), seed);
            assertThat(alone.matcher(text).find()).as(text).isFalse();
            inside += text.toLowerCase(Locale.ROOT).contains("t") ? 1 : 0;
        }
        assertThat(inside).isGreaterThan(SEEDS / 2);
    }

    @Test
    void aPhraseThatThePrimeBeginsIsNotCompleted() {
        for (long seed = 0; seed < SEEDS; seed++) {
            assertThat(write(letters, "th", Extent.ofCharacters(10), phrases("tho", "ht"), seed, 1)
                            .toLowerCase(Locale.ROOT))
                    .doesNotStartWith("o");
            assertThat(write(letters, " t", Extent.ofCharacters(10), words("to"), seed, 1))
                    .doesNotMatch("(?is)o[^a-z].*");
        }
    }

    @Test
    void whatIsBannedInThePrimeItselfIsNoMatter() {
        assertThat(write(letters, "tho ab", Extent.ofCharacters(10), phrases("tho"), 1, 1))
                .hasSize(10);
        assertThat(write(letters, "tho ", Extent.ofCharacters(10), words("tho"), 1, 1))
                .hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({
        "straße, STRASSE",
        "STRASSE, straße",
        "ﬁn, FIN",
        "FIN, ﬁn",
        "σας, ΣΑΣ",
        "ΣΑΣ, σας",
        "istanbul, İSTANBUL",
        "é, e\u0301",
        "e\u0301, É",
        "ǆ, Ǆ",
        "😀a, 😀A"
    })
    void caseIsFoldedInFull(String banned, String written) {
        BanSearch.State state = new BanSearch(phrases(banned)).after("x");
        for (int codePoint : written.codePoints().toArray()) {
            assertThat(state.banned()).isEqualTo(BanSearch.NOTHING);
            state = state.accept(codePoint);
        }
        assertThat(state.banned()).isEqualTo(1);
    }

    @Test
    void aBanOfEverythingSaysSo() {
        assertThatThrownBy(
                        () -> write(new RandomLetters("ab", true), "", Extent.ofCharacters(9), phrases("a", "b"), 1, 1))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("the bans leave no choice at character 1;");
        assertThatThrownBy(() -> write(
                        new RandomLetters("ab", true),
                        "ab",
                        Extent.ofCharacters(90),
                        phrases("aa", "bb", "abab"),
                        1,
                        1))
                .isInstanceOf(UserException.class)
                .hasMessageMatching("the bans (leave no choice|took the text back).*after 'ab.*");
    }

    @Test
    void whereNothingIsLeftItGoesFurtherBack() {
        // After "ab" only "c" is left, and "abc" is banned as well: "ab" itself must go.
        RandomLetters three = new RandomLetters("abc", true);
        for (long seed = 0; seed < SEEDS; seed++) {
            String text = write(three, "", Extent.ofCharacters(30), phrases("aba", "abb", "abc"), seed, 1);
            assertThat(text.substring(0, 29)).doesNotContain("ab");
            assertThat(text).hasSize(30);
        }
    }

    @Test
    void atTemperatureZeroTheNextLikeliestIsTaken() {
        String free = write(letters, "", Extent.ofCharacters(40), Bans.NONE, 1, 0);
        String banned = write(letters, "", Extent.ofCharacters(40), phrases(free.substring(3, 5)), 1, 0);
        assertThat(banned).startsWith(free.substring(0, 3));
        assertThat(banned.toLowerCase(Locale.ROOT))
                .doesNotContain(free.substring(3, 5).toLowerCase(Locale.ROOT));
    }

    @Test
    void wordsLinesAndParagraphsAreCounted() {
        for (long seed = 0; seed < SEEDS; seed++) {
            String words = write(extent(5000, OptionalInt.of(7), NONE, NONE), Bans.NONE, seed);
            assertThat(words.trim().split("[^a-zA-Z]+"))
                    .filteredOn(word -> !word.isEmpty())
                    .hasSize(7);
            assertThat(words).matches("(?s).*[a-zA-Z]");
            String lines = write(extent(5000, NONE, OptionalInt.of(4), NONE), Bans.NONE, seed);
            assertThat(lines).endsWith("\n");
            assertThat(lines.chars().filter(letter -> letter == '\n')).hasSize(4);
            String paragraphs = write(extent(5000, NONE, NONE, OptionalInt.of(2)), Bans.NONE, seed);
            assertThat(paragraphs.strip().split("\n\\s*\n")).hasSizeLessThanOrEqualTo(2);
            assertThat(paragraphs).endsWith("\n");
        }
    }

    @Test
    void aStopEndsTheTextAndIsNeverSeen() {
        for (long seed = 0; seed < SEEDS; seed++) {
            String text = write(stopping(3000, "th", "ab!", "\n"), Bans.NONE, seed);
            assertThat(text).doesNotContain("th", "ab!", "\n").hasSizeLessThan(3000);
            assertThat(write(Extent.ofCharacters(text.length() + 3), Bans.NONE, seed))
                    .startsWith(text);
        }
    }

    @Test
    void aSentenceGoesOnToItsEnd() {
        Extent extent = new Extent(40, NONE, NONE, NONE, List.of(), OptionalInt.of(400), NONE);
        for (long seed = 0; seed < SEEDS; seed++) {
            String text = write(extent, Bans.NONE, seed);
            assertThat(text).hasSizeGreaterThanOrEqualTo(39).hasSizeLessThanOrEqualTo(440);
            if (text.length() < 440) {
                assertThat(text.strip()).matches("(?s).*[.!?]");
            }
        }
    }

    @Test
    void whatWasHandedOnIsNeverTakenBack() {
        // The pieces are the text itself: nothing comes twice, nothing of what is banned begins in what is handed on.
        for (long seed = 0; seed < 100; seed++) {
            write(Extent.ofCharacters(100), phrases("tho", "hot"), seed);
            StringBuilder sofar = new StringBuilder();
            for (String piece : pieces) {
                sofar.append(piece);
                assertThat(sofar.toString().toLowerCase(Locale.ROOT)).doesNotContain("tho", "hot");
            }
            assertThat(sofar).hasSize(100);
        }
    }

    @Test
    void anInterruptedTextIsWrittenAgainUpToThere() {
        Bans bans = phrases("th", "ab");
        for (int steps : new int[] {0, 1, 20, 77}) {
            pieces.clear();
            int[] left = {steps};
            Sampler sampler = new Sampler(
                    SamplerSettings.PLAIN, new Xoshiro256(5), letters.codec().vocabulary());
            long kept = new ShapedText(
                            letters,
                            sampler,
                            Extent.ofCharacters(200),
                            bans,
                            new int[0],
                            "",
                            pieces::add,
                            () -> left[0]-- <= 0)
                    .write();
            String text = String.join("", pieces);
            assertThat(text).hasSize((int) kept);
            assertThat(write(Extent.ofCharacters(200).keeping((int) kept), bans, 5))
                    .isEqualTo(text);
        }
    }

    @Test
    void anInterruptedTextDoesNotEndWithABannedWord() {
        Bans bans = words("t", "ho", "bat");
        int interrupted = 0;
        for (int steps = 0; steps < SEEDS; steps += 3) {
            pieces.clear();
            int[] left = {steps};
            Sampler sampler = new Sampler(
                    SamplerSettings.PLAIN, new Xoshiro256(5), letters.codec().vocabulary());
            new ShapedText(
                            letters,
                            sampler,
                            Extent.ofCharacters(1000),
                            bans,
                            new int[0],
                            "",
                            pieces::add,
                            () -> left[0]-- <= 0)
                    .write();
            String text = String.join("", pieces);
            assertThat(text).doesNotContainPattern("(?i)(?<![a-z])(t|ho|bat)$");
            interrupted += text.isEmpty() ? 0 : 1;
        }
        assertThat(interrupted).isGreaterThan(SEEDS / 6);
    }

    @Test
    void aWordThatTheLengthCutsShortIsNotABannedOne() {
        // The end of the text is the end of a word as well.
        for (long seed = 0; seed < SEEDS; seed++) {
            String text = write(Extent.ofCharacters(9), words("t", "h", "o"), seed);
            assertThat(text).doesNotContainPattern("(?i)(?<![a-z])[tho]$");
        }
    }
}
