package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.distribution.CadenzaProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samplers, presets and explanations, as a user has them. */
class SamplersIT {
    private CadenzaProcess cadenza;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        cadenza = CadenzaProcess.in(folder);
        TinyModels.into(cadenza);
    }

    /** Whether something of 20 characters or more comes twice in a row. */
    private static boolean loops(String text) {
        for (int period = 1; period <= text.length() / 2; period++) {
            int run = 0;
            for (int i = period; i < text.length(); i++) {
                run = text.charAt(i) == text.charAt(i - period) ? run + 1 : 0;
                if (run >= Math.max(20, period)) {
                    return true;
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROMEO:", "The ", "My lord", "Now", "If"})
    void at_temperature_zero_dry_ends_the_loops(String prime) throws Exception {
        String text = cadenza.run(
                        List.of("write", "--prime", prime, "--length", "1200", "--temperature", "0", "--dry", "0.8"))
                .done()
                .text();

        assertThat(loops(text)).isFalse();
    }

    @Test
    void without_dry_the_likeliest_text_loops() throws Exception {
        assertThat(loops(cadenza.run("write --prime The --length 1200 --temperature 0 --dry 0")
                        .done()
                        .text()))
                .isTrue();
    }

    @Test
    void a_biased_character_never_comes_or_nearly_always() throws Exception {
        String without = cadenza.run("write --model verse --seed 5 --length 300 --bias e=-100")
                .done()
                .text();
        assertThat(without).doesNotContain("e");
        String lines = cadenza.run(
                        List.of("write", "--model", "verse", "--seed", "5", "--length", "9", "--bias", "\\n=100"))
                .done()
                .text();
        assertThat(lines).isEqualTo("\n".repeat(9));
    }

    @Test
    void every_sampler_is_in_the_recipe_and_replayed() throws Exception {
        cadenza.run(
                        "write --model verse --seed 5 --length 300 --out page.txt --temperature 1.1 --min-p 0.01 --top-k 20"
                                + " --typical-p 0.97 --top-p 0.98 --repetition-penalty 1.1 --dry 0.5 --dry-length 4 --bias e=0.5")
                .done();
        cadenza.run("replay page.txt --out again.txt").done();
        assertThat(cadenza.file("again.txt")).hasSameTextualContentAs(cadenza.file("page.txt"));
        assertThat(Files.readString(cadenza.file("page.txt.recipe.json")))
                .contains("typicalP", "repetitionPenalty", "dry", "bias");
        cadenza.run("write --model verse --seed 5 --length 300 --out miro.txt --mirostat 2")
                .done();
        cadenza.run("replay miro.txt --out miro-again.txt").done();
        assertThat(cadenza.file("miro-again.txt")).hasSameTextualContentAs(cadenza.file("miro.txt"));
    }

    @Test
    void an_explanation_goes_to_stderr_and_changes_no_text() throws Exception {
        Result plain = cadenza.run("write --model verse --seed 5 --length 30").done();
        Result told = cadenza.run("write --model verse --seed 5 --length 30 --explain")
                .done();

        assertThat(told.text()).isEqualTo(plain.text());
        assertThat(told.stderr())
                .startsWith("step 1: \"")
                .contains("\n  network: \"", "\n  temperature ", "\nstep 30: ");
        assertThat(told.stderr().lines().filter(line -> line.startsWith("step ")))
                .hasSize(30);
    }

    @Test
    void beside_files_an_explanation_is_a_file() throws Exception {
        cadenza.run("write --model verse --seed 5 --length 30 --count 2 --out pages --explain")
                .done();
        assertThat(cadenza.file("pages/text-5.txt.explain.txt")).content().startsWith("step 1: ");
        assertThat(cadenza.file("pages/text-6.txt.explain.txt")).content().contains("\nstep 30: ");

        Result clip =
                cadenza.run("compose --seed 5 --bars 2 --preset calm --explain").done();
        assertThat(clip.stderr()).isEqualTo("cadenza: explained in clip-5.mid.explain.txt\n");
        assertThat(cadenza.file("clip-5.mid.explain.txt"))
                .content()
                .contains("\n  forbidden: ", "\n  DRY 0.8: ", "\n  min-p 0.1: ", "\"SHIFT ");
    }

    @Test
    void a_token_that_the_model_does_not_have_is_told_in_one_line() throws Exception {
        Result result = cadenza.run("write --model verse --bias the=1");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.stderr())
                .isEqualTo("cadenza: --bias 'the=1.0': the model has no token 'the'; a token of text is one character"
                        + " that the model knows, --explain shows others\n");
    }
}
