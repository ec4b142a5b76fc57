package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.distribution.CadenzaProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where {@code cadenza write} ends, what is never in its text, and what is said of copies. */
class ShapedTextIT {
    private static final int SEEDS = 200;

    /** Of Tiny Shakespeare, all of which its model knows but the last tenth. */
    private static final String PASSAGE = "Before we proceed any further, hear me speak";

    private CadenzaProcess cadenza;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        cadenza = CadenzaProcess.in(folder);
        TinyModels.into(cadenza);
    }

    @Test
    void a_banned_phrase_is_in_no_text_of_two_hundred_seeds() throws Exception {
        cadenza.run("write --model shakespeare --ban thou --seed 1 --length 200 --out pages --count " + SEEDS)
                .done();

        try (Stream<Path> pages = Files.list(cadenza.file("pages"))) {
            List<String> texts = pages.filter(page -> page.toString().endsWith(".txt"))
                    .map(ShapedTextIT::content)
                    .toList();
            assertThat(texts)
                    .hasSize(SEEDS)
                    .allSatisfy(text -> assertThat(text.codePoints()).hasSize(200))
                    .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains("thou"));
        }
    }

    private static String content(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new AssertionError(page + " cannot be read", e);
        }
    }

    @Test
    void a_text_with_bans_and_ends_is_replayed() throws Exception {
        Files.writeString(cadenza.file("bans.txt"), "the\n\nAND\n");
        cadenza.run("write --seed 5 --words 40 --ban-file bans.txt --ban-word I --until-sentence-end --out page.txt")
                .done();
        Files.delete(cadenza.file("bans.txt"));
        cadenza.run("replay page.txt --out again.txt").done();

        String page = Files.readString(cadenza.file("page.txt"));
        assertThat(cadenza.file("again.txt")).hasContent(page);
        assertThat(page.toLowerCase(Locale.ROOT)).doesNotContain("the", "and");
        assertThat(page).doesNotContainPattern("\\b[iI]\\b");
        assertThat(page.strip()).matches("(?s).*[.!?]['\"]?");
    }

    @ParameterizedTest
    @CsvSource({"--lines 3,3,0", "--paragraphs 2,0,2"})
    void lines_and_paragraphs_are_counted(String end, int lines, int paragraphs) throws Exception {
        String text = cadenza.run("write --seed 5 " + end).done().text();

        assertThat(text).endsWith("\n");
        if (lines > 0) {
            assertThat(text.lines()).hasSize(lines);
        }
        if (paragraphs > 0) {
            assertThat(text.strip().split("\n\n+")).hasSize(paragraphs);
        }
    }

    @Test
    void a_stop_is_not_in_the_text() throws Exception {
        String text = cadenza.run(List.of("write", "--seed", "5", "--stop", ":", "--stop", ";"))
                .done()
                .text();

        assertThat(text).isNotEmpty().doesNotContain(":", ";");
    }

    @Test
    void a_ban_that_leaves_no_choice_says_so() throws Exception {
        Files.writeString(
                cadenza.file("letters.txt"),
                "t\nh\ne\ns\nu\nn\nw\na\nl\nk\no\nv\nr\nq\ni\nd\nb\ng\n" + TinyModels.CLEF + "\n");

        Result result = cadenza.run(List.of(
                "write", "--model", "verse", "--seed", "5", "--ban-file", "letters.txt", "--ban", " ", "--ban", "\n"));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.stderr().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("the bans leave no choice at character 1");
    }

    @Test
    void a_word_that_must_be_in_the_text_is_or_nothing_is_written() throws Exception {
        Result found = cadenza.run("write --seed 5 --words 60 --must lord --tries 100 --out page.txt")
                .done();
        assertThat(cadenza.file("page.txt")).content().containsPattern("(?i)\\blord\\b");
        assertThat(found.stderr()).contains("cadenza: wrote page.txt");

        Result missing = cadenza.run("write --seed 5 --words 5 --must qqqq --tries 3 --out other.txt");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.stderr()).contains("the best of 3 tries lacks 'qqqq'");
        assertThat(cadenza.file("other.txt")).doesNotExist();
    }

    @Test
    void a_sweep_shows_the_same_seed_at_each_temperature() throws Exception {
        String text = cadenza.run("write --model verse --seed 5 --length 60 --sweep 0.5,1.1")
                .done()
                .text();

        assertThat(text.lines().findFirst().orElseThrow())
                .contains("temperature 0.5, seed 5", "temperature 1.1, seed 5");
    }

    @Test
    void what_is_written_copies_no_more_than_it_may() throws Exception {
        Result result = cadenza.run("write --seed 5 --temperature 0.3 --length 300 --max-copy 20 --tries 100")
                .done();

        assertThat(result.stderr())
                .containsPattern("cadenza: (fewer than|at most) 20 characters in a row are in the training text");
    }

    @Test
    void a_planted_passage_is_found_and_the_words_of_another_author_are_not() throws Exception {
        String own = "It was a bright cold morning on the moor, and nobody had thought to bring a lantern.\n";
        Files.writeString(cadenza.file("own.txt"), own);
        Files.writeString(cadenza.file("planted.txt"), own + PASSAGE + own);
        Files.writeString(cadenza.file("training.txt"), "First Citizen:\n" + PASSAGE + ".\n");

        assertThat(cadenza.run("novelty own.txt --model shakespeare").done().text())
                .contains("fewer than 20 characters in a row");
        assertThat(cadenza.run("novelty planted.txt --model shakespeare --against training.txt")
                        .done()
                        .text())
                .contains("line 2, column 1", PASSAGE, "training.txt, line 2");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "sends a signal by means of Linux' env")
    void an_interrupt_keeps_what_was_written_and_its_recipe() throws Exception {
        String launcher =
                CadenzaProcess.builtDistribution().resolve("bin/cadenza").toString();
        cadenza.with("CADENZA_CACHE", cadenza.home().resolve("cache").toString());
        cadenza.run("write --model verse --length 10").done();
        // Once there is an archive of classes, the launcher becomes Java, and a signal to it alone is enough. In a
        // script's background SIGINT is ignored where nothing asks for it. The draft of the file is there with the
        // first of the text.
        Result result = cadenza.runCommand(List.of(
                "sh",
                "-c",
                "until [ -n \"$(find $CADENZA_CACHE -name 'write-*.jsa')\" ]; do sleep 0.1; done;"
                        + " env --default-signal=INT " + launcher
                        + " write --model verse --seed 5 --length 20000000 --out page.txt &"
                        + " until [ -n \"$(find . -type f -size +0)\" ]; do sleep 0.1; done; kill -INT $!; wait $!"));
        assertThat(result.exitCode()).as(result.stderr()).isEqualTo(130);

        String kept = Files.readString(cadenza.file("page.txt"));
        assertThat(kept).isNotEmpty();
        cadenza.run("replay page.txt --out again.txt").done();
        assertThat(cadenza.file("again.txt")).hasContent(kept);
    }
}
