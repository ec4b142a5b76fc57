package cadenza.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.host.verification.CheckResult;
import cadenza.host.verification.CheckResult.Outcome;
import cadenza.testkit.JarVerifier;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide for plugin authors shows is true: its Java compiles, and its generator keeps the contract. */
class PluginGuideTest {
    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("package ([a-z.]+);");
    private static final Pattern TYPE =
            Pattern.compile("^(?:public )?(?:final |abstract )?class (\\w+)", Pattern.MULTILINE);
    private static final int FEWEST = 6;

    @TempDir
    Path project;

    private List<Path> sources;

    @BeforeEach
    void extract() throws IOException {
        String guide = Files.readString(Path.of("docs", "writing-a-plugin.md"));
        sources = new ArrayList<>();
        for (MatchResult snippet : SNIPPET.matcher(guide).results().toList()) {
            sources.add(write(snippet.group(1)));
        }
    }

    private Path write(String snippet) throws IOException {
        Path file = project.resolve(first(PACKAGE, snippet).replace('.', '/')).resolve(first(TYPE, snippet) + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, snippet);
    }

    private static String first(Pattern pattern, String snippet) {
        return pattern.matcher(snippet)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow(() -> new AssertionError("a snippet has no " + pattern + ":\n" + snippet));
    }

    private Path compile() throws IOException {
        Path classes = Files.createDirectories(project.resolve("target/classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of(
                                    "-Xlint:all,-processing",
                                    "-Werror",
                                    "--release",
                                    "17",
                                    "-processor",
                                    "org.pf4j.processor.ExtensionAnnotationProcessor",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-d",
                                    classes.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
        return classes;
    }

    @Test
    void every_snippet_compiles_without_a_warning() throws IOException {
        assertThat(sources).hasSizeGreaterThanOrEqualTo(FEWEST).doesNotHaveDuplicates();
        assertThat(compile().resolve("META-INF/extensions.idx")).content().contains("example.letters.Letters");
    }

    @Test
    void the_generator_of_the_guide_keeps_the_contract() throws IOException {
        Path manifest = compile().resolve("META-INF/MANIFEST.MF");
        Files.writeString(
                manifest,
                "Manifest-Version: 1.0\nPlugin-Id: letters\nPlugin-Version: 0.1.0\nPlugin-Requires: >=0.1.0\n");

        List<CheckResult> results = new ArrayList<>();
        new JarVerifier().verify(project, Map.of(), List.of(), results::add);

        assertThat(results)
                .hasSizeGreaterThan(30)
                .filteredOn(result -> result.outcome() == Outcome.BROKEN)
                .isEmpty();
    }
}
