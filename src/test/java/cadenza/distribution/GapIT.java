package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.distribution.CadenzaProcess.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code cadenza write --gap}, with a bidirectional network that {@code cadenza train} made of a small text. */
class GapIT {
    private static final String BEFORE = "the sun " + TinyModels.CLEF + "\nwalks over ";
    private static final String AFTER = "water while\n";
    private static final int CHARACTERS = 12;
    private static final String GAP = "write --model gaps --before before.txt --after after.txt --gap " + CHARACTERS;

    @TempDir
    private static Path folder;

    private static CadenzaProcess cadenza;
    private static Result training;

    @BeforeAll
    static void train_a_network_that_fills_gaps() throws Exception {
        cadenza = CadenzaProcess.in(folder);
        TinyModels.into(cadenza);
        TinyModels.writeText(cadenza.file("verse.txt"));
        Files.writeString(cadenza.file("before.txt"), BEFORE);
        Files.writeString(cadenza.file("after.txt"), AFTER);
        Files.writeString(cadenza.file("foreign.txt"), "the SUN");
        Files.createFile(cadenza.file("empty.txt"));
        training = cadenza.run("train verse.txt --generator text-brnn --name gaps" + TinyModels.QUICKLY)
                .done();
    }

    private static String fill(String options) throws Exception {
        return cadenza.run(GAP + " " + options).done().text();
    }

    @Test
    void a_network_is_trained_and_kept() {
        assertThat(training.stderr() + training.text()).contains("gaps");
        assertThat(cadenza.models().resolve("gaps.cadenza")).isNotEmptyFile();
    }

    @Test
    void the_gap_has_just_so_many_characters_and_the_rest_stays() throws Exception {
        Result result = cadenza.run(GAP + " --seed 5").done();
        assertThat(result.text()).startsWith(BEFORE).endsWith(AFTER);
        assertThat(result.text().codePoints())
                .hasSize((BEFORE + AFTER).codePointCount(0, (BEFORE + AFTER).length()) + CHARACTERS);
        assertThat(result.stderr().lines()).hasSize(2).first().isEqualTo("cadenza: model gaps, seed 5");
    }

    @Test
    void one_side_is_enough() throws Exception {
        String text = cadenza.run("write --model gaps --before empty.txt --after after.txt --gap 3 --preset balanced")
                .done()
                .text();
        assertThat(text).endsWith(AFTER);
        assertThat(text.codePoints()).hasSize(3 + AFTER.length());
    }

    @Test
    void a_seed_gives_the_same_text_again_and_a_recipe_the_same_files() throws Exception {
        cadenza.run(GAP + " --seed 8 --count 2 --out pages").done();
        String eight = Files.readString(cadenza.file("pages/text-8.txt"));
        assertThat(eight).isEqualTo(fill("--seed 8")).isNotEqualTo(Files.readString(cadenza.file("pages/text-9.txt")));

        cadenza.run("replay pages/text-8.txt --out again.txt").done();
        assertThat(cadenza.file("again.txt")).hasSameBinaryContentAs(cadenza.file("pages/text-8.txt"));
        assertThat(cadenza.file("again.txt.recipe.json"))
                .hasSameBinaryContentAs(cadenza.file("pages/text-8.txt.recipe.json"));
        assertThat(cadenza.run("replay pages/text-9.txt.recipe.json").done().stdout())
                .isEqualTo(Files.readAllBytes(cadenza.file("pages/text-9.txt")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--model gaps --before foreign.txt --gap 5 | --before 'foreign.txt' has characters that the model does not"
                        + " know: S U N",
                "--model gaps --before before.txt --gap 5 --pick | --pick does not go with --gap",
                "--model gaps --before before.txt --gap 5 --prime sun | --prime does not go with --gap",
                "--model gaps --before before.txt --gap 5 --dry 1 | --dry 1.0 goes by the tokens chosen before",
                "--model verse --before before.txt --gap 5 | 'cadenza train --generator text-brnn' makes",
                "--model quartet --before before.txt --gap 5 | makes music, not text",
                "--model gaps | with --before, --after and --gap"
            })
    void what_makes_no_sense_is_refused_in_one_line(String options, String said) throws Exception {
        Result result = cadenza.run("write " + options);
        assertThat(result.exitCode()).as(result.stderr()).isEqualTo(2);
        assertThat(result.stderr().lines()).hasSize(1).first().asString().contains(said);
        assertThat(result.stdout()).isEmpty();
    }
}
