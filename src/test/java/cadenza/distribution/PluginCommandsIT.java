package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.distribution.CadenzaProcess.Result;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins that are asked the contract, run from their classes, or refused. */
class PluginCommandsIT {
    private static final Path SAMPLE = Path.of(System.getProperty("cadenza.samples"), "plugin");

    private CadenzaProcess cadenza;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        cadenza = CadenzaProcess.in(folder);
    }

    private static Path jarIn(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name + "-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String refusal(String arguments) throws Exception {
        Result result = cadenza.run(arguments);
        assertThat(result.exitCode()).as(result.stderr()).isEqualTo(2);
        assertThat(result.stderr()).startsWith("cadenza: ");
        return result.stderr();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cadenza-text-lstm", "cadenza-music-gru"})
    void the_built_in_plugins_keep_every_promise(String name) throws Exception {
        Path jar = jarIn(CadenzaProcess.builtDistribution().resolve("plugins"), name);

        Result result =
                cadenza.run("plugin verify " + jar + " --option hidden=16").done();

        assertThat(result.text())
                .contains("  kept   a training that is cancelled takes no further step")
                .contains("  kept   unloading leaves no class loader behind")
                .contains(" 0 broken")
                .doesNotContain("BROKEN");
    }

    @Test
    void the_sample_plugin_keeps_every_promise() throws Exception {
        Path jar = jarIn(SAMPLE.resolve("target"), "markov-text");

        assertThat(cadenza.run("plugin verify " + jar).done().text()).contains(" 0 broken");
    }

    @Test
    void a_broken_promise_is_named_and_the_exit_code_is_the_plugins() throws Exception {
        Path jar = cadenza.file("other.jar");
        Files.copy(jarIn(SAMPLE.resolve("target"), "markov-text"), jar);
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            Path manifest = inside.getPath("META-INF/MANIFEST.MF");
            Files.writeString(
                    manifest, Files.readString(manifest).replace("Plugin-Id: markov-text", "Plugin-Id: other"));
            Files.createDirectories(inside.getPath("cadenza/recurrent"));
            Files.writeString(inside.getPath("cadenza/recurrent/Network.class"), "a copy");
        }

        Result result = cadenza.run("plugin verify " + jar);

        assertThat(result.exitCode()).as(result.text()).isEqualTo(3);
        assertThat(result.text())
                .contains("  BROKEN the plugin has the id of its generator\n         the manifest has the Plugin-Id"
                        + " 'other', and the generator the id 'markov-text'\n")
                .contains("  BROKEN it holds no classes of the host\n         it has a copy of the host's"
                        + " cadenza/recurrent/Network.class; give that dependency the scope 'provided'\n")
                .contains("other.jar: ", " 2 broken");
        assertThat(result.stderr()).isEmpty();
    }

    @Test
    void what_cannot_be_installed_is_a_broken_promise_too() throws Exception {
        Files.writeString(cadenza.file("none.jar"), "no jar");

        Result result = cadenza.run("plugin verify none.jar");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.text()).contains("  BROKEN it can be installed\n", "none.jar: 0 promises kept, 1 broken");
    }

    @Test
    void an_option_that_the_generator_does_not_have_is_the_users_fault() throws Exception {
        Path jar = jarIn(SAMPLE.resolve("target"), "markov-text");

        assertThat(refusal("plugin verify " + jar + " --option hidden=16"))
                .isEqualTo("cadenza: generator 'markov-text' has no option 'hidden'; it has none\n");
        assertThat(refusal("plugin verify missing.jar"))
                .isEqualTo("cadenza: 'missing.jar' is no file; give the jar or zip of a plugin\n");
    }

    @Test
    void a_plugin_is_run_from_the_classes_of_its_project() throws Exception {
        TinyModels.writeText(cadenza.file("verse.txt"));
        String run = "plugin run " + SAMPLE;

        assertThat(cadenza.run(run).done().text()).matches("markov-text +0\\.1\\.0 +text .*\\n");
        assertThat(cadenza.run(run + " plugins").done().text().lines())
                .hasSize(5)
                .first()
                .asString()
                .startsWith("markov-text");
        cadenza.run(run + " train verse.txt --generator markov-text --name chain --epochs 1")
                .done();
        assertThat(cadenza.run(run + " write --model chain --length 20")
                        .done()
                        .text()
                        .codePoints())
                .hasSize(20);
        assertThat(refusal("write --model chain")).contains("generator 'markov-text' is not installed");
        assertThat(refusal(run + " write --model missing")).contains("missing");
    }

    @Test
    void what_is_no_project_cannot_be_run() throws Exception {
        Files.createDirectories(cadenza.file("empty"));
        Files.createDirectories(cadenza.file("bare/target/classes"));

        assertThat(refusal("plugin run nowhere")).contains("'nowhere' is no folder");
        assertThat(refusal("plugin run empty"))
                .isEqualTo("cadenza: 'empty' has no target/classes; compile the plugin first: mvn -f empty compile\n");
        Result bare = cadenza.run("plugin run bare");
        assertThat(bare.exitCode()).isEqualTo(3);
        assertThat(bare.stderr())
                .startsWith("cadenza: the plugin in 'bare' cannot be loaded: there is no"
                        + " target/classes/META-INF/MANIFEST.MF; put a META-INF/MANIFEST.MF with Plugin-Id,");
    }

    @Test
    void a_project_is_written_whole_or_not_at_all() throws Exception {
        Files.createDirectories(cadenza.file("there"));

        assertThat(refusal("plugin new there --medium text")).contains("'there' is there already");
        assertThat(refusal("plugin new My_Gen --medium text"))
                .isEqualTo(
                        "cadenza: 'My_Gen' cannot be a plugin's id; it is lower case words joined by hyphens, such as"
                                + " my-gen\n");
        assertThat(refusal("plugin new my-gen --medium film")).contains("--medium 'film' is not known");
        assertThat(refusal("plugin new my-gen")).contains("--medium");
        assertThat(cadenza.work()).isDirectoryNotContaining(file -> !file.endsWith("there"));
    }

    @Test
    void a_name_that_java_keeps_to_itself_makes_a_project_all_the_same() throws Exception {
        cadenza.run("plugin new class --medium music").done();

        assertThat(cadenza.file("class/src/main/java/example/classplugin/ClassGenerator.java"))
                .content()
                .startsWith("package example.classplugin;\n")
                .doesNotContain("@id@", "@Class@", "@title@");
    }
}
