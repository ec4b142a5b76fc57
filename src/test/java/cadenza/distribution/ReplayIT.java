package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Settings;
import cadenza.distribution.CadenzaProcess.Result;
import cadenza.host.Recipe;
import cadenza.host.models.ModelFile;
import cadenza.host.music.MidiReader;
import cadenza.host.storage.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the recipe of an output to the same bytes, or to what is missing. */
class ReplayIT {
    private CadenzaProcess cadenza;
    private byte[] clip;
    private byte[] page;

    @BeforeEach
    void make_a_clip_and_a_page(@TempDir Path folder) throws Exception {
        cadenza = CadenzaProcess.in(folder);
        TinyModels.into(cadenza);
        cadenza.run("compose --model quartet --bars 2 --tempo 77.5 --temperature 0.8 --top-k 9 --seed 5 --out clip.mid")
                .done();
        cadenza.run("write --model verse --length 60 --prime sun --top-p 0.9 --seed 5 --out page.txt")
                .done();
        clip = Files.readAllBytes(cadenza.file("clip.mid"));
        page = Files.readAllBytes(cadenza.file("page.txt"));
    }

    @Test
    void a_clip_is_made_again() throws Exception {
        cadenza.run("replay clip.mid --out again.mid").done();
        cadenza.run("replay again.mid").done();

        assertThat(cadenza.file("again.mid")).hasBinaryContent(clip);
        assertThat(cadenza.file("clip-5.mid")).hasBinaryContent(clip);
    }

    @Test
    void another_clip_is_not_replaced_unasked() throws Exception {
        Files.write(cadenza.file("clip-5.mid"), new byte[] {1, 2, 3});

        Result result = cadenza.run("replay clip.mid");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.stderr()).contains("'clip-5.mid' is there already", "--out FILE");
        assertThat(cadenza.file("clip-5.mid")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void a_page_is_made_again() throws Exception {
        cadenza.run("replay page.txt --out again.txt").done();

        assertThat(cadenza.file("again.txt")).hasBinaryContent(page);
        assertThat(cadenza.file("again.txt.recipe.json")).hasSameBinaryContentAs(cadenza.file("page.txt.recipe.json"));
        assertThat(cadenza.run("replay page.txt").done().stdout()).isEqualTo(page);
        assertThat(cadenza.run("replay page.txt.recipe.json").done().stdout()).isEqualTo(page);
    }

    @Test
    void a_model_under_another_name_serves() throws Exception {
        Files.move(cadenza.models().resolve("quartet.cadenza"), cadenza.models().resolve("four.cadenza"));

        cadenza.run("replay clip.mid --out again.mid").done();

        assertThat(cadenza.file("again.mid")).hasBinaryContent(clip);
    }

    @Test
    void a_model_that_was_removed_is_named_as_missing() throws Exception {
        String hash = ModelFile.sha256(TinyModels.file(TinyModels.QUARTET));
        cadenza.run("models remove quartet").done();

        Result result = cadenza.run("replay clip.mid --out again.mid");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.stderr().lines())
                .singleElement()
                .asString()
                .startsWith("cadenza: the recipe's model 'quartet' is not here")
                .contains(hash);
        assertThat(cadenza.file("again.mid")).doesNotExist();
    }

    @Test
    void a_model_with_other_contents_is_named_as_missing() throws Exception {
        Files.delete(cadenza.models().resolve("quartet.cadenza"));
        Files.move(cadenza.models().resolve("verse.cadenza"), cadenza.models().resolve("quartet.cadenza"));

        Result result = cadenza.run("replay clip.mid");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.stderr()).startsWith("cadenza: the recipe's model 'quartet' is here with other contents");
    }

    @Test
    void a_folder_to_write_to_is_refused_and_nothing_is_left() throws Exception {
        Files.createDirectory(cadenza.file("folder"));

        for (String file : new String[] {"clip.mid", "page.txt"}) {
            Result result = cadenza.run("replay " + file + " --out folder");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.stderr())
                    .isEqualTo("cadenza: 'folder' cannot be written: it is a folder; give a file name\n");
        }
        assertThat(names(cadenza.work())).containsExactly("clip.mid", "folder", "page.txt", "page.txt.recipe.json");
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @Test
    void a_recipe_says_what_made_the_output_and_nothing_of_where_and_when() throws Exception {
        Settings ofClip = Json.read(new MidiReader()
                .text(cadenza.file("clip.mid"), Recipe.MIDI_PREFIX)
                .orElseThrow());
        Settings ofPage = Json.read(Files.readString(cadenza.file("page.txt.recipe.json")));

        assertThat(ofClip)
                .isEqualTo(common("music-gru", "quartet", 0.8, 9, 1)
                        .with("compose", Settings.empty().with("bars", 2).with("tempo", 77.5)));
        assertThat(ofPage)
                .isEqualTo(common("text-lstm", "verse", 1, 0, 0.9)
                        .with("write", Settings.empty().with("prime", "sun").with("length", 60)));
    }

    private static Settings common(String generator, String model, double temperature, int topK, double topP) {
        return Settings.empty()
                .with("sampling", 1)
                .with("generator", generator)
                .with("generatorVersion", "0.1.0")
                .with("model", model)
                .with("modelHash", ModelFile.sha256(TinyModels.file(model)))
                .with("seed", 5)
                .with(
                        "sampler",
                        Settings.empty()
                                .with("temperature", temperature)
                                .with("topK", topK)
                                .with("topP", topP));
    }
}
