package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.distribution.CadenzaProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample plugin, from its project to a stranger's machine and away again. */
class PluginInstallIT {
    private static final Path SAMPLE = Path.of(System.getProperty("cadenza.samples"), "plugin");

    private CadenzaProcess cadenza;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        cadenza = CadenzaProcess.in(folder);
    }

    @Test
    void the_sample_plugin_is_packed_installed_from_an_index_trained_and_removed() throws Exception {
        String hash = publish();

        Result installed = cadenza.run("plugin install markov-text --index index/plugins.json")
                .done();

        assertThat(installed.text())
                .isEqualTo("installed markov-text 0.1.0\n"
                        + "  publisher   Example (as it says; not checked)\n"
                        + "  SHA-512     " + hash + "\n"
                        + "  generators  markov-text\n"
                        + "  requires    API >=0.1.0\n");
        assertThat(installed.stderr())
                .isEqualTo("a plugin is code that runs with your rights; install only what you trust\n");
        assertThat(cadenza.with("CADENZA_PLUGIN_INDEX", "index/plugins.json")
                        .run("plugin install markov-text")
                        .done()
                        .text())
                .startsWith("markov-text 0.1.0 is installed already");
        assertThat(cadenza.run("plugin list").done().text())
                .containsPattern("(?m)^markov-text +0\\.1\\.0 +text ")
                .isEqualTo(cadenza.run("plugins").done().text());

        TinyModels.writeText(cadenza.file("verse.txt"));
        cadenza.run("train verse.txt --generator markov-text --name chain --epochs 1")
                .done();
        assertThat(cadenza.run("write --model chain --length 20").done().text().codePoints())
                .hasSize(20);

        assertThat(cadenza.run("plugin remove markov-text").done().text()).isEqualTo("removed markov-text 0.1.0\n");
        Result without = cadenza.run("write --model chain");
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.stderr()).contains("generator 'markov-text' is not installed");
        Result again = cadenza.run("plugin remove markov-text");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.stderr()).isEqualTo("cadenza: plugin 'markov-text' is not installed; installed are none\n");
    }

    @Test
    void a_zip_with_private_libraries_is_verified_and_installed() throws Exception {
        Path project = cadenza.file("project");
        copyClasses(project);
        Path library = Files.createDirectories(project.resolve("target/lib")).resolve("library.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(library))) {
            jar.putNextEntry(new ZipEntry("words.txt"));
        }
        assertThat(cadenza.run("plugin pack project").done().text())
                .isEqualTo("packed project/target/markov-text-0.1.0.zip\n");

        String zip = "project/target/markov-text-0.1.0.zip";
        assertThat(cadenza.run("plugin verify " + zip).done().text())
                .contains("  kept   the manifest names id, version and the API")
                .contains("  kept   the index of extensions names the generator")
                .contains("  kept   unloading leaves no class loader behind")
                .contains("markov-text-0.1.0.zip: ", " 0 broken");
        assertThat(cadenza.run("plugin install " + zip).done().text()).startsWith("installed markov-text 0.1.0\n");
        assertThat(cadenza.run("plugin list").done().text()).containsPattern("(?m)^markov-text +0\\.1\\.0 +text ");
        assertThat(cadenza.run("plugin remove markov-text").done().text()).isEqualTo("removed markov-text 0.1.0\n");
        try (var left = Files.list(cadenza.home().resolve("cadenza/plugins"))) {
            assertThat(left).isEmpty();
        }
    }

    /** Packs the sample plugin and writes an index that names it. @return the archive's hash */
    private String publish() throws Exception {
        Path project = cadenza.file("project");
        copyClasses(project);
        assertThat(cadenza.run("plugin pack project").done().text())
                .isEqualTo("packed project/target/markov-text-0.1.0.jar\n");
        Path archive = cadenza.file("index/files/markov-text-0.1.0.jar");
        Files.createDirectories(archive.getParent());
        Files.copy(project.resolve("target/markov-text-0.1.0.jar"), archive);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(archive)));
        Files.writeString(
                cadenza.file("index/plugins.json"),
                """
                [{"id": "markov-text", "name": "Markov", "provider": "Example", "releases": [
                  {"version": "0.1.0", "requires": ">=0.1.0", "url": "files/markov-text-0.1.0.jar", "sha512sum": "%s"},
                  {"version": "9.0.0", "requires": ">=9.0.0", "url": "files/missing.jar", "sha512sum": "%s"}]}]
                """
                        .formatted(hash, hash));
        return hash;
    }

    private static void copyClasses(Path project) throws IOException {
        Path classes = SAMPLE.resolve("target/classes");
        try (var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = project.resolve("target/classes")
                        .resolve(classes.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void what_cannot_be_installed_is_told_in_one_line() throws Exception {
        Files.writeString(cadenza.file("bad.jar"), "no archive at all, but longer than one needs to be");

        assertThat(refusal("plugin install bad.jar"))
                .endsWith("cadenza: 'bad.jar' cannot be installed: it is cut off, or no zip\n");
        assertThat(refusal("plugin install missing.jar"))
                .endsWith("cadenza: 'missing.jar' is no file; give the jar or zip of a plugin\n");
        assertThat(refusal("plugin install reels"))
                .endsWith("cadenza: 'reels' is no file; to install it by its id, give --index FILE or --index"
                        + " https://...\n");
        assertThat(refusal("plugin install reels --index http://plugins.example/index.json"))
                .endsWith("cadenza: 'http://plugins.example/index.json' is refused: only https: addresses and files"
                        + " are read\n");
        assertThat(refusal("plugin remove text-lstm"))
                .isEqualTo("cadenza: plugin 'text-lstm' came with Cadenza and cannot be removed\n");
    }

    private String refusal(String arguments) throws Exception {
        Result result = cadenza.run(arguments);
        assertThat(result.exitCode()).as(result.stderr()).isEqualTo(2);
        return result.stderr();
    }
}
