package cadenza.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Generator;
import cadenza.host.verification.CheckResult;
import cadenza.host.verification.CheckResult.Outcome;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin of one class in a project of its own, packed well and badly. */
class PackagingChecksTest {
    private static final String MANIFEST =
            """
            Manifest-Version: 1.0
            Plugin-Id: toy
            Plugin-Version: 1.2.3
            Plugin-Requires: >=0.1.0
            """;

    @TempDir
    Path project;

    private Path classes;

    @BeforeEach
    void build() throws IOException {
        classes = Files.createDirectories(project.resolve("target/classes"));
        write("META-INF/MANIFEST.MF", MANIFEST);
        write("META-INF/extensions.idx", "# of a toy\npacked.Packed\n");
        compile("");
    }

    private void write(String file, String content) throws IOException {
        Path path = classes.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private void compile(String constructor) throws IOException {
        Path source = Files.writeString(
                project.resolve("Packed.java"),
                """
                package packed;

                @org.pf4j.Extension
                public class Packed extends cadenza.testkit.ToyGenerator {
                    public Packed() {
                        CONSTRUCTOR
                    }
                }
                """
                        .replace("CONSTRUCTOR", constructor));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(result).isZero();
    }

    /** What is broken, by promise. */
    private Map<String, String> broken() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Generator generator = (Generator)
                    loader.loadClass("packed.Packed").getConstructor().newInstance();
            CheckGroup group = new PackagingChecks(new Specimen(
                            generator, TinyCorpora.text(), generator.info().defaults(), Optional.of(project)))
                    .group();
            List<CheckResult> results = new ArrayList<>();
            for (Check check : group.checks()) {
                results.add(check.ask(group.subject(), loader).result());
            }
            assertThat(results).hasSize(5);
            return results.stream()
                    .filter(result -> result.outcome() == Outcome.BROKEN)
                    .collect(Collectors.toMap(CheckResult::promise, CheckResult::reason));
        }
    }

    @Test
    void aPluginThatIsPackedWellBreaksNoPromise() throws Exception {
        assertThat(broken()).isEmpty();
    }

    @Test
    void aPluginThatKeepsItselfAliveIsNamed() throws Exception {
        compile(
                """
                Thread thread = new Thread(() -> {
                    try {
                        Thread.sleep(Long.MAX_VALUE);
                    } catch (InterruptedException e) {
                        // ends
                    }
                });
                thread.setDaemon(true);
                thread.start();
                """);

        assertThat(broken()).hasEntrySatisfying("unloading leaves no class loader behind", reason -> assertThat(reason)
                .startsWith("after it was loaded, used and unloaded 3 times, the classes of 3 are still held"));
    }

    @Test
    void anotherIdThanTheGeneratorsIsNamed() throws Exception {
        write("META-INF/MANIFEST.MF", MANIFEST.replace("Id: toy", "Id: other"));

        assertThat(broken())
                .containsOnly(Map.entry(
                        "the plugin has the id of its generator",
                        "the manifest has the Plugin-Id 'other', and the generator the id 'toy'"));
    }

    @Test
    void aManifestThatRequiresNothingIsNamed() throws Exception {
        write("META-INF/MANIFEST.MF", MANIFEST.replaceAll("Plugin-Requires.*\n", ""));

        assertThat(broken())
                .containsOnly(Map.entry(
                        "the manifest names id, version and the API 0.1.0", "the manifest has no Plugin-Requires"));
    }

    @Test
    void aManifestThatRequiresALaterApiIsNamed() throws Exception {
        write("META-INF/MANIFEST.MF", MANIFEST.replace(">=0.1.0", ">=99.0.0"));

        assertThat(broken())
                .hasEntrySatisfying("the manifest names id, version and the API 0.1.0", reason -> assertThat(reason)
                        .contains(">=99.0.0"));
    }

    @Test
    void anIndexWithoutTheGeneratorIsNamed() throws Exception {
        write("META-INF/extensions.idx", "packed.Other\n");

        assertThat(broken())
                .containsEntry(
                        "the index of extensions names the generator",
                        "META-INF/extensions.idx names [packed.Other], and not packed.Packed");
    }

    @Test
    void aMissingIndexIsNamed() throws Exception {
        Files.delete(classes.resolve("META-INF/extensions.idx"));

        assertThat(broken())
                .hasEntrySatisfying("the index of extensions names the generator", reason -> assertThat(reason)
                        .contains("name PF4J's annotation processor in the build"));
    }

    @Test
    void aCopyOfTheApiIsNamed() throws Exception {
        write("cadenza/api/Generator.class", "a copy");

        assertThat(broken())
                .containsEntry(
                        "it holds no classes of the host",
                        "it has a copy of the host's cadenza/api/Generator.class; give that dependency the scope 'provided'");
    }
}
