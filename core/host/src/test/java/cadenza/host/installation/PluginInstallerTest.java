package cadenza.host.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.host.plugins.PluginException;
import cadenza.host.plugins.PluginHost;
import cadenza.host.plugins.PluginJars;
import cadenza.host.storage.Json;
import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginInstallerTest {
    @TempDir
    Path folder;

    private PluginInstaller installer() {
        return new PluginInstaller(plugins(), Optional.of(folder.resolve("shipped")));
    }

    private Path plugins() {
        return folder.resolve("home/plugins");
    }

    private List<String> installed() throws IOException {
        if (!Files.exists(plugins())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(plugins())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path good(String version) {
        return PluginJars.good("tiny-text")
                .manifest("Plugin-Version", version)
                .manifest("Plugin-Provider", "A. Stranger")
                .writeTo(folder.resolve("files/" + version + ".jar"));
    }

    @Test
    void aJarIsInstalledAndTellsWhatItIs() throws IOException {
        Path jar = good("1.0.0");

        InstalledPlugin plugin = installer().install(jar);

        assertThat(plugin)
                .isEqualTo(new InstalledPlugin(
                        "tiny-text",
                        "1.0.0",
                        "A. Stranger",
                        Sha512.of(jar),
                        ">=0.1.0",
                        List.of("tiny-text"),
                        false,
                        Optional.empty()));
        assertThat(plugin.sha512()).matches("[0-9a-f]{128}");
        assertThat(installed()).containsExactly("tiny-text-1.0.0.jar");
    }

    @Test
    void theSameVersionAgainIsNoError() throws IOException {
        installer().install(good("1.0.0"));
        assertThat(installer().install(good("1.0.0")).already()).isTrue();
        assertThat(installed()).containsExactly("tiny-text-1.0.0.jar");
    }

    @Test
    void anotherVersionTakesItsPlaceNewerOrOlder() throws IOException {
        installer().install(good("1.0.0"));
        assertThat(installer().install(good("2.0.0")).replaced()).contains("1.0.0");
        assertThat(installed()).containsExactly("tiny-text-2.0.0.jar");
        assertThat(installer().install(good("1.5.0")).replaced()).contains("2.0.0");
        assertThat(installed()).containsExactly("tiny-text-1.5.0.jar");
    }

    @Test
    void whatCannotBeLoadedIsNotLetInAndWhatWasThereStays() throws IOException {
        installer().install(good("1.0.0"));
        Path broken = PluginJars.good("tiny-text")
                .manifest("Plugin-Version", "2.0.0")
                .starting("throw new IllegalStateException(\"no licence\");")
                .writeTo(folder.resolve("files/broken.jar"));

        assertThatThrownBy(() -> installer().install(broken))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("broken.jar' cannot be installed: ")
                .hasMessageContaining("no licence");
        assertThat(installed()).containsExactly("tiny-text-1.0.0.jar");
    }

    @Test
    void whatBringsTheHostsOwnIsToldWhyBeforeAnyClassOfItIsLoaded() throws IOException {
        Path jar = PluginJars.good("tiny-text")
                .bundling("org/nd4j/linalg/factory/Nd4j")
                .starting("throw new IllegalStateException(\"it was loaded\");")
                .writeTo(folder.resolve("files/fat.jar"));
        assertThatThrownBy(() -> installer().install(jar))
                .isInstanceOf(UserException.class)
                .hasMessageEndingWith("it bundles ND4J, whose native code a process can load but once; its author must"
                        + " build it with that 'provided'");
        Path project = project("tiny-zip", "return new GeneratorInfo(\"tiny-zip\", Medium.TEXT, \"\", List.of());");
        new HandmadeZip()
                .with("cadenza/api/Generator.class", "")
                .writeTo(lib(project).resolve("cadenza-api.jar"));
        Path zip = new PluginPackage(project).write();
        assertThatThrownBy(() -> installer().install(zip)).hasMessageContaining("it bundles a copy of Cadenza's API");
        assertThat(installed()).isEmpty();
    }

    @Test
    void onlyWhatFitsThisApiIsInstalled() throws IOException {
        Path jar = PluginJars.good("tiny-text")
                .manifest("Plugin-Requires", ">=7.0.0")
                .writeTo(folder.resolve("files/new.jar"));
        assertThatThrownBy(() -> installer().install(jar))
                .hasMessageContaining("it requires the API >=7.0.0, and this Cadenza has")
                .hasMessageEndingWith("update Cadenza");
        assertThat(installed()).isEmpty();
    }

    @Test
    void whatCameWithCadenzaIsNeitherReplacedNorRemoved() {
        PluginJars.good("tiny-text").writeTo(folder.resolve("shipped/tiny.jar"));
        assertThatThrownBy(() -> installer().install(good("9.0.0"))).hasMessageContaining("came with Cadenza");
        assertThatThrownBy(() -> installer().remove("tiny-text"))
                .hasMessage("plugin 'tiny-text' came with Cadenza and cannot be removed");
    }

    @Test
    void aPluginIsRemoved() throws IOException {
        installer().install(good("1.0.0"));
        assertThatThrownBy(() -> installer().remove("tiny-txt"))
                .hasMessage("plugin 'tiny-txt' is not installed; installed are tiny-text");
        assertThat(installer().remove("tiny-text")).isEqualTo("1.0.0");
        assertThat(installed()).isEmpty();
        assertThatThrownBy(() -> installer().remove("tiny-text"))
                .hasMessage("plugin 'tiny-text' is not installed; installed are none");
    }

    @Test
    void aLibraryOfItsOwnComesBeforeTheHostsOfTheSameName() throws IOException {
        Path project = project(
                "own-json",
                """
                try {
                    Object title = Class.forName("com.fasterxml.jackson.core.JsonFactory")
                            .getMethod("title").invoke(null);
                    return new GeneratorInfo("own-json", Medium.TEXT, (String) title, List.of());
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
                """);
        Projects.library(
                lib(project).resolve("json.jar"),
                "com.fasterxml.jackson.core.JsonFactory",
                "public static String title() { return \"another JSON\"; }");
        Path zip = new PluginPackage(project).write();

        InstalledPlugin plugin = installer().install(zip);

        assertThat(zip).hasFileName("own-json-1.2.3.zip");
        assertThat(plugin.generators()).containsExactly("own-json");
        assertThat(installed()).containsExactly("own-json-1.2.3");
        try (PluginHost host = new PluginHost(List.of(plugins()))) {
            assertThat(host.problems()).isEmpty();
            assertThat(host.generator("own-json").info().title()).isEqualTo("another JSON");
            assertThat(Json.read("{\"n\": 1}")).isEqualTo(Settings.empty().with("n", 1));
            assertThat(JsonFactory.class.getMethods())
                    .noneMatch(method -> method.getName().equals("title"));
        }
        assertThat(installer().install(zip).already()).isTrue();
        assertThat(installer().remove("own-json")).isEqualTo("1.2.3");
        assertThat(installed()).isEmpty();
    }

    private Path project(String id, String info) throws IOException {
        return Projects.compiled(
                folder.resolve(id), PluginJars.good(id).info(info).writeTo(folder.resolve("built/" + id + ".jar")));
    }

    private static Path lib(Path project) throws IOException {
        return Files.createDirectories(project.resolve("target/lib"));
    }
}
