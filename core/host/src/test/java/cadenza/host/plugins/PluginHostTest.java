package cadenza.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PluginHostTest {
    @TempDir
    Path folder;

    @Test
    void aGoodPluginIsLoaded() {
        PluginJars.good("tiny-text").writeTo(folder.resolve("tiny.jar"));
        try (PluginHost host = new PluginHost(List.of(folder))) {
            assertThat(host.problems()).isEmpty();
            assertThat(host.generators().keySet()).containsExactly("tiny-text");
            LoadedGenerator generator = host.generator("tiny-text");
            assertThat(generator.version()).isEqualTo("1.2.3");
            assertThat(generator.info().title()).isEqualTo("Tiny");
        }
    }

    static Stream<Arguments> badPlugins() {
        return Stream.of(
                bad(
                        "of a later API",
                        PluginJars.good("bad").manifest("Plugin-Requires", ">=99.0.0"),
                        "it requires the API >=99.0.0, and this Cadenza has 0.1.0; update Cadenza"),
                bad(
                        "of an earlier API",
                        PluginJars.good("bad").manifest("Plugin-Requires", "<0.1"),
                        "it requires the API <0.1, and this Cadenza has 0.1.0; update the plugin"),
                bad(
                        "of an API version that is none",
                        PluginJars.good("bad").manifest("Plugin-Requires", "soon"),
                        "its Plugin-Requires 'soon' is not a range of versions such as '>=0.1.0 & <0.2.0';"
                                + " its author must put it right"),
                bad(
                        "that bundles ND4J",
                        PluginJars.good("bad").bundling("org/nd4j/linalg/factory/Nd4j"),
                        "it bundles ND4J, whose native code a process can load but once; its author must build it with"
                                + " that 'provided'"),
                bad(
                        "that bundles Deeplearning4j",
                        PluginJars.good("bad").bundling("org/deeplearning4j/nn/api/Model"),
                        "it bundles Deeplearning4j"),
                bad(
                        "that bundles the API",
                        PluginJars.good("bad").bundling("cadenza/api/Generator"),
                        "it bundles a copy of Cadenza's API"),
                bad(
                        "that depends on one that is not there",
                        PluginJars.good("bad").manifest("Plugin-Dependencies", "nowhere"),
                        "nowhere"),
                bad(
                        "that fails to start",
                        PluginJars.good("bad").starting("throw new IllegalStateException(\"no luck\");"),
                        "plugin 'bad' 1.2.3 failed in Plugin.start: no luck"),
                bad(
                        "whose Plugin-Class is none",
                        PluginJars.good("bad").manifest("Plugin-Class", "tiny.Letters"),
                        "its Plugin-Class tiny.Letters is not a public class that can be made without parameters"),
                bad(
                        "whose Plugin-Class is not there",
                        PluginJars.good("bad").manifest("Plugin-Class", "tiny.Nowhere"),
                        "its Plugin-Class tiny.Nowhere is not a public class that can be made without parameters"),
                bad(
                        "whose generator throws what no method declares",
                        PluginJars.good("bad").info("throw Tiny.<RuntimeException>undeclared();"),
                        "plugin 'bad' 1.2.3 failed in Generator.info: from another language"),
                bad(
                        "without an index of extensions",
                        PluginJars.good("bad").withoutIndex(),
                        "lacks META-INF/extensions.idx"),
                bad("without an id", PluginJars.good("bad").manifest("Plugin-Id", null), "id"),
                bad("without a version", PluginJars.good("bad").manifest("Plugin-Version", null), "version"),
                bad(
                        "whose constructor throws",
                        PluginJars.good("bad").constructor("throw new IllegalStateException(\"no luck\");"),
                        "its generator tiny.Tiny cannot be made: java.lang.IllegalStateException: no luck"),
                bad(
                        "whose constructor never ends",
                        PluginJars.good("bad").constructor("new Tiny();"),
                        "StackOverflowError"),
                bad(
                        "whose info is null",
                        PluginJars.good("bad").info("return null;"),
                        "plugin 'bad' 1.2.3 failed in Generator.info: it gave nothing (null)"),
                bad(
                        "whose info throws",
                        PluginJars.good("bad").info("throw new IllegalStateException(\"no luck\");"),
                        "plugin 'bad' 1.2.3 failed in Generator.info: no luck"),
                bad(
                        "whose generator's id is none",
                        PluginJars.good("bad").info("return new GeneratorInfo(\"A B\", Medium.TEXT, \"\", List.of());"),
                        "generator id 'A B' is not lower case words"),
                bad(
                        "whose generator is there already",
                        PluginJars.good("bad")
                                .info("return new GeneratorInfo(\"good-text\", Medium.TEXT, \"\", List.of());"),
                        "a generator 'good-text' is loaded already"),
                bad(
                        "of an id that is there already",
                        PluginJars.good("good-text"),
                        "a plugin 'good-text' is loaded already, from a-good.jar"));
    }

    private static Arguments bad(String what, PluginJars plugin, String reason) {
        return Arguments.of(what, plugin, reason);
    }

    @ParameterizedTest(name = "a plugin {0}")
    @MethodSource("badPlugins")
    void aBadPluginIsNamedWithItsReasonAndStopsNoOther(String what, PluginJars plugin, String reason) {
        PluginJars.good("good-text").writeTo(folder.resolve("a-good.jar"));
        plugin.writeTo(folder.resolve("bad.jar"));
        PluginJars.good("other-text").writeTo(folder.resolve("other.jar"));
        assertOneProblem("bad.jar", reason, List.of("good-text", "other-text"));
    }

    @Test
    void aPluginThatDoesNotComeBackIsNamedAndStopsNoOther() {
        PluginJars.good("first-text").writeTo(folder.resolve("a.jar"));
        PluginJars.good("bad").constructor("hang();").writeTo(folder.resolve("bad.jar"));
        PluginJars.good("last-text").writeTo(folder.resolve("last.jar"));
        try (PluginHost host =
                new PluginHost(Optional.empty(), List.of(folder), Deadlines.ofToken(Duration.ofMillis(250)))) {
            assertThat(host.generators().keySet()).containsExactly("first-text", "last-text");
            assertThat(host.problems())
                    .containsExactly(new PluginProblem(
                            "bad.jar",
                            "plugin 'bad' 1.2.3 did not come back from its generator's constructor within 0.75 s, and"
                                    + " was given up; --deadline gives it longer"));
        }
    }

    private void assertOneProblem(String file, String reason, List<String> loaded) {
        try (PluginHost host = new PluginHost(List.of(folder))) {
            assertThat(host.generators().keySet()).containsExactlyElementsOf(loaded);
            assertThat(host.problems()).hasSize(1);
            PluginProblem problem = host.problems().get(0);
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.reason()).isNotBlank().doesNotContain("\n").contains(reason);
        }
    }

    @Test
    void aJarThatIsNoneIsNamed() throws IOException {
        PluginJars.good("good-text").writeTo(folder.resolve("good.jar"));
        byte[] bytes = new byte[1000];
        new Random(1).nextBytes(bytes);
        Files.write(folder.resolve("random.jar"), bytes);
        assertOneProblem("random.jar", "", List.of("good-text"));
    }

    @Test
    void aJarThatIsCutOffIsNamed() throws IOException {
        Path jar = PluginJars.good("good-text").writeTo(folder.resolve("good.jar"));
        byte[] whole = Files.readAllBytes(jar);
        Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));
        assertOneProblem("half.jar", "", List.of("good-text"));
    }

    @Test
    void ofTwoFoldersTheFirstIsSearchedFirst() {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        PluginJars.good("tiny-text").writeTo(first.resolve("z.jar"));
        PluginJars.good("tiny-text").manifest("Plugin-Version", "9.9.9").writeTo(second.resolve("a.jar"));
        try (PluginHost host = new PluginHost(List.of(first, folder.resolve("missing"), second))) {
            assertThat(host.generator("tiny-text").version()).isEqualTo("1.2.3");
            assertThat(host.problems()).extracting(PluginProblem::file).containsExactly("a.jar");
        }
    }

    @Test
    void whatIsNoJarIsPassedOver() throws IOException {
        Files.writeString(folder.resolve("README.txt"), "no plugin");
        Files.createDirectories(folder.resolve("exploded/classes"));
        try (PluginHost host = new PluginHost(List.of(folder))) {
            assertThat(host.problems()).isEmpty();
            assertThat(host.generators()).isEmpty();
        }
    }

    @Test
    void anUnknownGeneratorIsToldWithTheNearestOne() {
        PluginJars.good("tiny-text").writeTo(folder.resolve("tiny.jar"));
        try (PluginHost host = new PluginHost(List.of(folder))) {
            assertThatThrownBy(() -> host.generator("tiny-txt"))
                    .isInstanceOfSatisfying(
                            UserException.class, e -> assertThat(e.hint()).contains("Did you mean 'tiny-text'?"))
                    .hasMessage("generator 'tiny-txt' is not installed; installed are tiny-text");
        }
        try (PluginHost none = new PluginHost(List.of())) {
            assertThatThrownBy(() -> none.generator("x")).hasMessageEndingWith("installed are none");
        }
    }
}
