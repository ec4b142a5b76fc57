package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Settings;
import cadenza.host.models.ModelFile;
import cadenza.host.storage.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The models and plugins that are here: listed, shown, measured, brought in and removed. */
class LibraryIT {
    private CadenzaProcess cadenza;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        cadenza = CadenzaProcess.in(folder);
        TinyModels.into(cadenza);
        TinyModels.writeText(cadenza.file("verse.txt"));
        TinyModels.writePieces(cadenza.file("pieces"));
    }

    private String run(String arguments) throws Exception {
        return cadenza.run(arguments).done().text();
    }

    @Test
    void models_are_listed_with_generator_and_data() throws Exception {
        assertThat(run("models").lines())
                .anyMatch(line -> line.matches("quartet +music-gru +pieces"))
                .anyMatch(line -> line.matches("verse +text-lstm +verse.txt"));
    }

    @Test
    void a_model_is_shown_as_json() throws Exception {
        Settings shown = Json.read(run("models show quartet --json"));

        assertThat(shown.text("name")).isEqualTo("quartet");
        assertThat(shown.text("generator")).isEqualTo("music-gru");
        assertThat(shown.text("sha256")).isEqualTo(ModelFile.sha256(TinyModels.file(TinyModels.QUARTET)));
        assertThat(shown.settings("card").names()).contains("data", "command", "options", "seed", "losses");
        assertThat(shown.settings("card").settings("data").number("documents")).isEqualTo(12);
    }

    @Test
    void a_model_is_shown_for_reading() throws Exception {
        assertThat(run("models show verse").lines())
                .contains("name: verse", "generator: text-lstm", "card:", "    title: verse.txt", "    hidden: 16");
    }

    @Test
    void a_model_is_removed_and_brought_in_again() throws Exception {
        Files.copy(TinyModels.file(TinyModels.VERSE), cadenza.file("mine.cadenza"));

        run("models remove verse");
        assertThat(run("models")).doesNotContain("verse");
        assertThat(run("models import mine.cadenza")).isEqualTo("imported mine, a model of text-lstm\n");

        assertThat(cadenza.models().resolve("mine.cadenza")).hasSameBinaryContentAs(cadenza.file("mine.cadenza"));
        run("write --model mine --length 5");
    }

    @Test
    void without_a_folder_named_models_are_kept_in_the_users_home() throws Exception {
        Files.copy(TinyModels.file(TinyModels.VERSE), cadenza.file("mine.cadenza"));

        cadenza.without("CADENZA_HOME").run("models import mine.cadenza").done();

        assertThat(cadenza.home().resolve(".cadenza/models/mine.cadenza")).exists();
    }

    @Test
    void a_model_of_text_is_measured_in_bits_a_character() throws Exception {
        Settings figures = Json.read(run("evaluate verse verse.txt --json"));

        assertThat(figures.names()).contains("tokens", "unknown", "nllPerToken", "bitsPerCharacter");
        assertThat(figures.number("tokens"))
                .isEqualTo(
                        Files.readString(cadenza.file("verse.txt")).codePoints().count());
        assertThat(figures.number("unknown")).isZero();
        assertThat(figures.decimal("bitsPerCharacter", 0, 8))
                .isEqualTo(figures.decimal("nllPerToken", 0, 8) / Math.log(2));
    }

    @Test
    void a_model_of_music_is_measured_in_bits_a_beat() throws Exception {
        Settings figures = Json.read(run("evaluate quartet pieces --json"));

        assertThat(figures.names()).contains("tokens", "unknown", "nllPerToken", "nllPerStep", "bitsPerBeat");
        // A beat is four steps; the ends of the pieces count in beats alone.
        double bitsWithoutEnds = figures.decimal("nllPerStep", 0, 100) * 4 / Math.log(2);
        assertThat(figures.decimal("bitsPerBeat", 0, 100)).isBetween(bitsWithoutEnds, 1.01 * bitsWithoutEnds);
    }

    @Test
    void all_generators_are_listed() throws Exception {
        assertThat(run("plugins").lines())
                .hasSize(4)
                .anyMatch(line -> line.matches("chorale-brnn +0\\.1\\.0 +music .*"))
                .anyMatch(line -> line.matches("text-brnn +0\\.1\\.0 +text .*"))
                .anyMatch(line -> line.matches("music-gru +0\\.1\\.0 +music .*"))
                .anyMatch(line -> line.matches("text-lstm +0\\.1\\.0 +text .*"));
    }

    @Test
    void a_broken_plugin_is_named_with_its_reason_and_stops_nothing() throws Exception {
        Path plugins = Files.createDirectories(cadenza.models().resolveSibling("plugins"));
        Files.writeString(plugins.resolve("broken.jar"), "no jar");

        assertThat(run("plugins").lines())
                .hasSize(5)
                .anyMatch(line -> line.matches("cannot be loaded: broken\\.jar: .+"))
                .anyMatch(line -> line.startsWith("music-gru"))
                .anyMatch(line -> line.startsWith("text-lstm"));
        run("compose --model quartet --bars 1");
        run("write --model verse --length 5");
    }

    @Test
    void the_version_is_one_line() throws Exception {
        assertThat(run("--version")).matches("cadenza 0\\.1\\.0, plugin API \\d+\\.\\d+\\.\\d+\n");
    }
}
