package cadenza.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginProjectTest {
    @TempDir
    Path folder;

    private Path project;

    @BeforeEach
    void compile() throws IOException {
        project = folder.resolve("project");
        unpack(
                PluginJars.good("tiny-text").writeTo(folder.resolve("built/tiny.jar")),
                project.resolve("target/classes"));
    }

    private static void unpack(Path jar, Path classes) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(jar);
                Stream<Path> files = Files.walk(inside.getPath("/"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = classes.resolve(file.toString().substring(1));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private PluginHost host(Path... folders) {
        return new PluginHost(Optional.of(PluginProject.in(project)), List.of(folders));
    }

    @Test
    void aProjectIsLoadedFromItsClasses() {
        try (PluginHost host = host()) {
            assertThat(host.problems()).isEmpty();
            LoadedGenerator generator = host.generator("tiny-text");
            assertThat(generator.version()).isEqualTo("1.2.3");
            String place = generator
                    .unguarded()
                    .getClass()
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString();
            assertThat(place).endsWith("/project/target/classes/");
        }
    }

    @Test
    void jarsInTargetLibAreItsPrivateLibraries() throws Exception {
        Files.createDirectories(project.resolve("target/lib"));
        Files.move(project.resolve("target/classes/tiny/Letters.class"), project.resolve("Letters.class"));
        try (FileSystem jar =
                FileSystems.newFileSystem(project.resolve("target/lib/letters.jar"), Map.of("create", "true"))) {
            Files.createDirectory(jar.getPath("tiny"));
            Files.move(project.resolve("Letters.class"), jar.getPath("tiny/Letters.class"));
        }
        try (PluginHost host = host()) {
            ClassLoader loader =
                    host.generator("tiny-text").unguarded().getClass().getClassLoader();
            Class<?> type = Class.forName("tiny.Letters", true, loader);
            String place =
                    type.getProtectionDomain().getCodeSource().getLocation().toString();
            assertThat(place).endsWith("/target/lib/letters.jar");
        }
    }

    @Test
    void aProjectComesBeforeAnInstalledPluginOfItsId() {
        PluginJars.good("tiny-text").manifest("Plugin-Version", "9.9.9").writeTo(folder.resolve("plugins/tiny.jar"));
        try (PluginHost host = host(folder.resolve("plugins"))) {
            assertThat(host.generator("tiny-text").version()).isEqualTo("1.2.3");
            assertThat(host.problems()).extracting(PluginProblem::file).containsExactly("tiny.jar");
        }
    }

    @Test
    void aProjectWithoutAManifestIsAProblem() throws IOException {
        Files.delete(project.resolve("target/classes/META-INF/MANIFEST.MF"));
        try (PluginHost host = host()) {
            assertThat(host.generators()).isEmpty();
            assertThat(host.problems())
                    .extracting(PluginProblem::reason)
                    .singleElement()
                    .asString()
                    .contains("put a META-INF/MANIFEST.MF with Plugin-Id", "into src/main/resources");
        }
    }

    @Test
    void whatIsNotCompiledIsTheUsersFault() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> PluginProject.in(empty))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("compile the plugin first: mvn -f " + empty + " compile");
        assertThatThrownBy(() -> PluginProject.in(folder.resolve("missing")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is no folder");
    }
}
