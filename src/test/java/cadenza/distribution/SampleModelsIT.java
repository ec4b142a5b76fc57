package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Settings;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.distribution.CadenzaProcess.Result;
import cadenza.host.storage.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the models that come with Cadenza make, on every machine, in an empty home. */
class SampleModelsIT {
    private static final long MOST_BYTES = 20 << 20;
    private static final long MOST_BYTES_OF_TEXT = 40_000_000; // all models of text together

    private CadenzaProcess cadenza;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        cadenza = CadenzaProcess.in(folder);
    }

    @Test
    void the_clip_of_seed_7_never_changes() throws Exception {
        cadenza.run("compose --seed 7").done();

        Path clip = cadenza.file("clip-7.mid");
        Golden.check("chorales-seed-7.events.txt", Midi.dump(clip));
        Golden.checkHash("chorales-seed-7.mid.sha256", Files.readAllBytes(clip));
    }

    @Test
    void the_text_of_seed_7_never_changes() throws Exception {
        Result result = cadenza.run("write --seed 7").done();

        Golden.check("shakespeare-seed-7.txt", result.text());
        Golden.checkHash("shakespeare-seed-7.txt.sha256", result.stdout());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_clip_is_eight_full_bars_of_four_voices(int seed) throws Exception {
        cadenza.run("compose --seed " + seed).done();

        Score score = Midi.score(cadenza.file("clip-" + seed + ".mid"));
        assertThat(score.end()).isEqualTo(8L * score.meters().get(0).meter().ticksPerBar());
        assertThat(score.tracks()).hasSize(4).extracting(Track::channel).containsExactly(0, 1, 2, 3);
        assertThat(score.tracks()).allSatisfy(track -> assertThat(track.notes()).isNotEmpty());
        assertThat(score.tracks().stream().flatMap(track -> track.notes().stream()))
                .extracting(Note::tick)
                .contains(0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"chorales", "chorales-rewrite", "drums", "game", "shakespeare", "novels", "poems", "lambda"})
    void a_card_says_what_the_model_was_made_of_and_how(String name) throws Exception {
        Settings shown =
                Json.read(cadenza.run("models show " + name + " --json").done().text());

        assertThat(shown.number("bytes")).isLessThanOrEqualTo(MOST_BYTES);
        Settings card = shown.settings("card");
        for (String entry : List.of("title", "origin", "licence")) {
            assertThat(card.settings("data").text(entry)).as(entry).isNotBlank();
        }
        assertThat(card.settings("options").names()).contains("cell", "layers", "hidden");
        assertThat(card.has("seed")).isTrue();
        assertThat(card.settings("losses").names()).contains("training", "validation");
        assertThat(card.text("command"))
                .startsWith("cadenza train CORPUS ")
                .contains(" --generator ")
                .contains(" --name " + name + " ")
                .doesNotContain("/");
    }

    @Test
    void the_models_of_text_are_small_together() throws Exception {
        long bytes = 0;
        for (String name : List.of("shakespeare", "novels", "poems", "lambda")) {
            bytes += Json.read(cadenza.run("models show " + name + " --json")
                            .done()
                            .text())
                    .number("bytes");
        }
        assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES_OF_TEXT);
    }

    @ParameterizedTest
    @CsvSource({"novels, [A-Za-z .]", "poems, \\p{IsHan}", "lambda, [ACGT]"})
    void a_model_of_text_writes_in_its_own_letters(String name, String letter) throws Exception {
        String text = cadenza.run("write --model " + name + " --seed 7 --length 300")
                .done()
                .text();

        assertThat(text.codePoints()).hasSize(300);
        assertThat(text.codePoints()
                        .filter(codePoint -> Character.toString(codePoint).matches(letter)))
                .hasSizeGreaterThan(200);
    }

    @Test
    void a_model_that_came_with_cadenza_is_not_removed() throws Exception {
        Result result = cadenza.run("models remove chorales");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.stderr()).isEqualTo("cadenza: model 'chorales' came with Cadenza and cannot be removed\n");
    }
}
