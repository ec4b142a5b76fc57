package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.distribution.CadenzaProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a model of text to stdout and to text files. */
class WriteIT {
    private static final String COPIED = "cadenza: .+ the training text; [0-9]+ % of the text lies in runs over 30";

    private CadenzaProcess cadenza;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        cadenza = CadenzaProcess.in(folder);
        TinyModels.into(cadenza);
    }

    private String write(String options) throws Exception {
        return cadenza.run("write --model verse " + options).done().text();
    }

    @Test
    void a_seed_gives_the_same_text_again() throws Exception {
        assertThat(write("--seed 5")).isEqualTo(write("--seed 5"));
    }

    @Test
    void another_seed_gives_another_text() throws Exception {
        assertThat(write("--seed 5")).isNotEqualTo(write("--seed 6"));
    }

    @Test
    void the_likeliest_characters_are_the_same_for_every_seed() throws Exception {
        assertThat(write("--temperature 0 --seed 5"))
                .isEqualTo(write("--temperature 0 --seed 6"))
                .isEqualTo(write("--top-k 1 --seed 7"));
    }

    @Test
    void stdout_holds_the_text_alone() throws Exception {
        Result result = cadenza.run("write --model verse --length 37 --seed 5").done();

        assertThat(result.text().codePoints()).hasSize(37);
        assertThat(result.stderr().lines()).hasSize(2).first().isEqualTo("cadenza: model verse, seed 5");
        assertThat(result.stderr().lines()).last().asString().matches(COPIED);
        assertThat(cadenza.work()).isEmptyDirectory();
    }

    @Test
    void length_counts_the_characters_after_the_prime() throws Exception {
        String prime = "sun " + TinyModels.CLEF;

        String text = cadenza.run(List.of("write", "--model", "verse", "--length", "200", "--prime", prime))
                .done()
                .text();

        assertThat(text).startsWith(prime);
        assertThat(text.codePoints()).hasSize(prime.codePointCount(0, prime.length()) + 200);
    }

    @Test
    void a_prime_changes_what_follows() throws Exception {
        assertThat(write("--seed 5 --prime sun").substring(3)).isNotEqualTo(write("--seed 5"));
    }

    @Test
    void a_text_whose_recipe_has_no_place_is_not_begun() throws Exception {
        Files.createDirectory(cadenza.file("page.txt.recipe.json"));

        Result result = cadenza.run("write --model verse --length 20 --out page.txt");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.stderr()).contains("page.txt.recipe.json").contains("folder");
        assertThat(cadenza.file("page.txt")).doesNotExist();
    }

    @Test
    void several_texts_are_those_of_the_single_seeds_each_with_its_recipe() throws Exception {
        write("--seed 8 --count 3 --length 50 --out pages");

        for (int seed = 8; seed <= 10; seed++) {
            assertThat(cadenza.file("pages/text-" + seed + ".txt")).hasContent(write("--length 50 --seed " + seed));
            assertThat(cadenza.file("pages/text-" + seed + ".txt.recipe.json")).isNotEmptyFile();
        }
    }

    @Test
    void out_replaces_a_file_and_says_so_on_stderr() throws Exception {
        Files.writeString(cadenza.file("page.txt"), "an older file");

        Result result =
                cadenza.run("write --model verse --seed 5 --out page.txt").done();

        assertThat(result.stdout()).isEmpty();
        assertThat(result.stderr().lines())
                .hasSize(2)
                .first()
                .isEqualTo("cadenza: wrote page.txt; model verse, seed 5");
        assertThat(result.stderr().lines()).last().asString().matches(COPIED);
        assertThat(cadenza.file("page.txt")).hasContent(write("--seed 5"));
    }

    @Test
    void text_that_cannot_be_delivered_is_no_success() throws Exception {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "there is no device that is always full");

        Result result = cadenza.runCommand(List.of(
                "sh",
                "-c",
                CadenzaProcess.builtDistribution().resolve("bin/cadenza") + " write --model verse --length 50 > "
                        + full));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.stderr()).contains("stdout cannot be written");
    }
}
