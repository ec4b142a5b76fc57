package cadenza.host.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Text;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopySearchTest {
    private static final String TRAINING = Prose.random(1, 40_000);
    private static final String OTHER = Prose.random(2, 10_000);

    private static List<TextCopy> copies(String text, Text... sources) {
        CopySearch search = new CopySearch(Prose.text(text));
        List.of(sources).forEach(search::add);
        return search.copies();
    }

    @Test
    void aCopyIsFoundWithItsSourceAndLine() {
        String planted = OTHER.substring(0, 5000) + "§" + TRAINING.substring(700, 740) + "§" + OTHER.substring(5000);
        long line =
                1 + TRAINING.substring(0, 700).chars().filter(c -> c == '\n').count();
        assertThat(copies(planted, new Text("other.txt", Prose.random(3, 9000)), new Text("training.txt", TRAINING)))
                .filteredOn(copy -> copy.run().length() > 30)
                .containsExactly(new TextCopy(new TextRun(5001, 5041, 40), "training.txt", line));
    }

    @Test
    void theLongestIsTakenAndOfEqualOnesTheFirst() {
        String run = TRAINING.substring(0, 100);
        assertThat(copies(
                        run, new Text("half", run.substring(0, 50)), new Text("one", "§" + run), new Text("two", run)))
                .containsExactly(new TextCopy(new TextRun(0, 100, 100), "one", 1));
    }

    @Test
    void copiesMayOverlap() {
        String run = TRAINING.substring(0, 100);
        assertThat(copies(run, new Text("one", run.substring(0, 60)), new Text("two", run.substring(40))))
                .extracting(copy -> copy.run().from(), copy -> copy.run().to(), TextCopy::source)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0L, 60L, "one"),
                        org.assertj.core.groups.Tuple.tuple(40L, 100L, "two"));
    }

    @Test
    void lineBreaksDoNotHideACopy() {
        String run = TRAINING.substring(200, 400);
        assertThat(copies("§" + run.replaceAll("[ \n]", "\n \t"), Prose.text(TRAINING)))
                .extracting(copy -> copy.run().length())
                .containsExactly(200L);
    }

    /** The set of hashes says no less than what is there, and where no pieces are put together, no more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theFingerprintFindsNoLess(int seed) {
        Random random = new Random(seed);
        String text = random.ints(30, 0, 39_000)
                .mapToObj(from -> TRAINING.substring(from, from + random.nextInt(90)))
                .collect(Collectors.joining("§"));
        long exact = copies(text, Prose.text(TRAINING)).stream()
                .mapToLong(copy -> copy.run().length())
                .max()
                .orElseThrow();
        RunFinder finder =
                new RunFinder(TextFingerprint.of(List.of(Prose.text(TRAINING))).orElseThrow());
        finder.accept(text);
        assertThat(finder.finish().longest()).isEqualTo(exact);
    }

    @Test
    void alphabetsThatAreLargeAreSearchedForShorterRuns() {
        String chinese = new Random(1)
                .ints(5000, 0x20000, 0x20000 + 2000)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        CopySearch search = new CopySearch(Prose.text(chinese));
        search.add(Prose.text("x" + chinese.substring(100, 124) + "x"));
        assertThat(search.shortest()).isEqualTo(8);
        assertThat(search.copies()).containsExactly(new TextCopy(new TextRun(50, 62, 12), "prose", 1));
    }

    @Test
    void aTextOfOneLetterTakesNoForever() {
        assertThat(copies("a".repeat(20_000), Prose.text("a".repeat(3000))))
                .extracting(copy -> copy.run().length())
                .allMatch(length -> length <= 3000)
                .contains(3000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "nineteen characters", " \n "})
    void inLittleTextThereIsNone(String little) {
        assertThat(copies(little, Prose.text(TRAINING))).isEmpty();
        assertThat(copies(OTHER, Prose.text(little))).isEmpty();
    }
}
