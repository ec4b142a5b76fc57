package cadenza.host.plugins;

import cadenza.api.Generator;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.pf4j.ExtensionPoint;

/** Compiles and packs small plugins, good and bad, as a stranger's build would. */
public final class PluginJars {
    private static final String SOURCE =
            """
            package tiny;

            import cadenza.api.*;
            import cadenza.api.document.*;
            import java.util.*;

            @org.pf4j.Extension
            public class Tiny implements Generator {
                public Tiny() {
                    CONSTRUCTOR
                }

                public GeneratorInfo info() {
                    INFO
                }

                public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
                    throw new UnsupportedOperationException("this one cannot learn");
                }

                public Model open(ModelContents contents) {
                    if (Thread.currentThread().getContextClassLoader() != Tiny.class.getClassLoader()) {
                        throw new IllegalStateException("another context class loader");
                    }
                    float[] logits = contents.tensor("logits", contents.vocabulary().size());
                    return new TinyModel(contents, logits);
                }

                public static class TinyPlugin extends org.pf4j.Plugin {
                    public TinyPlugin() {}

                    public void start() {
                        STARTING
                    }

                    public void stop() {
                        STOPPING
                    }
                }

                /** What Java does not let a method throw that does not declare it, and other languages do. */
                @SuppressWarnings("unchecked")
                static <E extends Throwable> E undeclared() throws E {
                    throw (E) new java.io.IOException("from another language");
                }

                /** Waits for ever, whatever wakes it. */
                static void hang() {
                    while (true) {
                        try {
                            Thread.sleep(60_000);
                        } catch (InterruptedException e) {
                            // it will not go
                        }
                    }
                }
            }

            record TinyModel(ModelContents contents, float[] logits) implements Model {
                public void close() {
                }

                public Codec<?> codec() {
                    return new Letters(contents.vocabulary());
                }

                public Predictor start() {
                    return new Predictor() {
                        float[] of(float last) {
                            return new float[] {0, 0, last};
                        }

                        public float[] first() {
                            return logits;
                        }

                        public float[] next(int token) {
                            return logits;
                        }
                    };
                }
            }

            record Letters(Vocabulary vocabulary) implements Codec<Text> {
                public int[] encode(Text text) {
                    return text.content().codePoints().map(c -> vocabulary.id(Character.toString(c))).toArray();
                }

                public Text decode(int[] tokens, String title) {
                    StringBuilder content = new StringBuilder();
                    for (int token : tokens) {
                        content.append(vocabulary.symbol(token));
                    }
                    return new Text(title, content.toString());
                }

                public CodecState start() {
                    return new CodecState() {
                        public void allowed(boolean[] allowed) {
                            Arrays.fill(allowed, true);
                            allowed[Vocabulary.UNKNOWN] = false;
                        }

                        public Effect effect(int token) {
                            return new Effect.Write(vocabulary.symbol(token));
                        }

                        public void accept(int token) {
                        }
                    };
                }
            }
            """;

    private final Map<String, String> manifest = new LinkedHashMap<>();
    private String source = SOURCE;
    private String constructor = "";
    private String starting = "";
    private String stopping = "";
    private String info;
    private String bundled;
    private boolean indexed = true;

    private PluginJars(String id) {
        manifest.put("Plugin-Id", id);
        manifest.put("Plugin-Version", "1.2.3");
        manifest.put("Plugin-Requires", ">=0.1.0");
        info = "return new GeneratorInfo(\"" + id + "\", Medium.TEXT, \"Tiny\", List.of());";
    }

    /** A plugin that keeps all the rules, with a generator of text of the same id. */
    public static PluginJars good(String id) {
        return new PluginJars(id);
    }

    /** @param value of a line of the manifest; null to leave it out */
    public PluginJars manifest(String name, String value) {
        manifest.put(name, value);
        return this;
    }

    /** What the generator's constructor does. */
    public PluginJars constructor(String statements) {
        constructor = statements;
        return this;
    }

    /** What the generator's info() does. */
    public PluginJars info(String statements) {
        info = statements;
        return this;
    }

    /**
     * Lets one of its methods begin with statements that may end it.
     *
     * @param method its head as the source has it: {@code float[] next(int token)}
     */
    public PluginJars beginning(String method, String statements) {
        String head = "public " + method + " {";
        if (!source.contains(head)) {
            throw new IllegalArgumentException("the plugin has no method " + method);
        }
        source = source.replace(head, head + " if (System.nanoTime() != 0) { " + statements + " }");
        return this;
    }

    /** What its start() does. */
    public PluginJars starting(String statements) {
        starting = statements;
        return manifest("Plugin-Class", "tiny.Tiny$TinyPlugin");
    }

    /** What its stop() does. */
    public PluginJars stopping(String statements) {
        stopping = statements;
        return manifest("Plugin-Class", "tiny.Tiny$TinyPlugin");
    }

    /** Puts another class into the jar, empty, of a name such as {@code org/nd4j/linalg/factory/Nd4j}. */
    public PluginJars bundling(String className) {
        bundled = className;
        return this;
    }

    /** Leaves META-INF/extensions.idx out. */
    public PluginJars withoutIndex() {
        indexed = false;
        return this;
    }

    /** Compiles and packs it. @return the jar */
    public Path writeTo(Path jar) {
        try {
            Files.createDirectories(jar.getParent());
            Path work = Files.createTempDirectory(jar.getParent(), "classes");
            Path file = Files.writeString(
                    work.resolve("Tiny.java"),
                    source.replace("CONSTRUCTOR", constructor)
                            .replace("STARTING", starting)
                            .replace("STOPPING", stopping)
                            .replace("INFO", info));
            compile(file, work);
            pack(work, jar);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path source, Path classes) {
        String classPath = place(Generator.class) + File.pathSeparator + place(ExtensionPoint.class);
        int result = ToolProvider.getSystemJavaCompiler()
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
                        classes.toString(),
                        source.toString());
        if (result != 0) {
            throw new IllegalStateException("the plugin does not compile");
        }
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pack(Path classes, Path jar) throws IOException {
        Manifest lines = new Manifest();
        lines.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.forEach((name, value) -> {
            if (value != null) {
                lines.getMainAttributes().putValue(name, value);
            }
        });
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), lines);
                var files = Files.walk(classes)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                out.putNextEntry(new ZipEntry("tiny/" + file.getFileName()));
                out.write(Files.readAllBytes(file));
            }
            if (bundled != null) {
                out.putNextEntry(new ZipEntry(bundled + ".class"));
            }
            if (indexed) {
                out.putNextEntry(new ZipEntry("META-INF/extensions.idx"));
                out.write("tiny.Tiny\n".getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
