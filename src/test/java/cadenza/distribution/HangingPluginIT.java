package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Generator;
import cadenza.distribution.CadenzaProcess.Result;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pf4j.ExtensionPoint;

/** A stranger's plugin that at some token does not come back. */
class HangingPluginIT {
    private static final String SOURCE =
            """
            import cadenza.api.*;
            import cadenza.api.document.*;
            import java.util.*;

            @org.pf4j.Extension
            public class Hanging implements Generator {
                public GeneratorInfo info() {
                    return new GeneratorInfo("hanging-text", Medium.TEXT, "Hangs at the third token",
                            List.of(new GeneratorOption.Whole("patience-of-others", "unused", 3, 1, 9)));
                }

                public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
                    listener.started(new CorpusReport(2, 0, 3, 0, List.of(), List.of()));
                    return model(Vocabulary.of(List.of("a", "b")));
                }

                public Model open(ModelContents contents) {
                    return model(contents.vocabulary());
                }

                private Model model(Vocabulary vocabulary) {
                    Codec<?> codec = new CodePointCodec(vocabulary);
                    return new Model() {
                        public Codec<?> codec() {
                            return codec;
                        }

                        public Predictor start() {
                            return new Predictor() {
                                private int step;

                                public float[] first() {
                                    return new float[vocabulary.size()];
                                }

                                public float[] next(int token) {
                                    while (step == 2) {
                                        Thread.onSpinWait();
                                    }
                                    step++;
                                    return first();
                                }
                            };
                        }

                        public ModelContents contents() {
                            return new ModelContents(Settings.empty(), vocabulary,
                                    Map.of("none", new Tensor(new int[] {1}, new float[1])));
                        }
                    };
                }
            }
            """;

    private CadenzaProcess cadenza;

    @BeforeEach
    void install_it_and_keep_a_model_of_it(@TempDir Path folder, @TempDir Path classes) throws Exception {
        cadenza = CadenzaProcess.in(folder);
        pack(compiled(classes), cadenza.models().resolveSibling("plugins").resolve("hanging.jar"));
        Files.writeString(cadenza.file("ab.txt"), "abba ".repeat(50));
        cadenza.run("train ab.txt --generator hanging-text --name hanging --epochs 1 --patience-of-others 2")
                .done();
    }

    private static List<Path> compiled(Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("Hanging.java"), SOURCE);
        String classPath = place(Generator.class) + File.pathSeparator + place(ExtensionPoint.class);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "--release",
                        "17",
                        "-cp",
                        classPath,
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(failed).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }

    private static Path place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void pack(List<Path> classes, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes lines = manifest.getMainAttributes();
        lines.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        lines.putValue("Plugin-Id", "hanging-text");
        lines.putValue("Plugin-Version", "1.0.0");
        lines.putValue("Plugin-Requires", ">=0.1.0");
        Files.createDirectories(jar.getParent());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Path file : classes) {
                out.putNextEntry(new ZipEntry(file.getFileName().toString()));
                out.write(Files.readAllBytes(file));
            }
            out.putNextEntry(new ZipEntry("META-INF/extensions.idx"));
            out.write("Hanging\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void it_is_given_up_and_named_nothing_is_half_written_and_others_go_on() throws Exception {
        Result result = cadenza.run("write --model hanging --deadline 0.5 --out text.txt");

        assertThat(result.exitCode()).as(result.stderr()).isEqualTo(3);
        assertThat(result.stderr())
                .isEqualTo("cadenza: plugin 'hanging-text' 1.0.0 did not come back from Predictor.next at step 3 within"
                        + " 0.5 s, and was given up; --deadline gives it longer\n");
        try (Stream<Path> files = Files.list(cadenza.work())) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("ab.txt");
        }
        assertThat(cadenza.run("write --length 20").done().text().codePoints()).hasSize(20);
    }

    @Test
    void its_options_are_in_the_help_and_only_there() throws Exception {
        assertThat(cadenza.run("train --generator hanging-text --help").done().text())
                .contains("Options of hanging-text", "--patience-of-others=N", "Unused: a whole number of 1..9")
                .doesNotContain("--hidden");
        assertThat(cadenza.run("train --help").done().text())
                .contains("hanging-text     text   Hangs at the third token", "text-lstm", "--option")
                .doesNotContain("--patience-of-others", "--hidden");
        assertThat(refusal("train ab.txt --generator hanging-text --name new --hidden 8"))
                .contains("generator 'hanging-text' has no option 'hidden'; it has patience-of-others");
        assertThat(refusal("train ab.txt --generator hanging-text --name new --patience-of-others 10"))
                .contains("--patience-of-others '10' is not a whole number of 1..9");
        assertThat(refusal("train ab.txt --generator hanging-text --name new --patience-of-other 9"))
                .contains("option '--patience-of-other' is not known", "Did you mean '--patience-of-others'?");
        assertThat(refusal("train ab.txt --name new --hidden 8")).contains("--generator is missing");
    }

    private String refusal(String arguments) throws Exception {
        Result result = cadenza.run(arguments);
        assertThat(result.exitCode()).as(result.stderr()).isEqualTo(2);
        return result.stderr();
    }
}
