package cadenza.host.scaffold;

import cadenza.api.ApiVersion;
import cadenza.api.UserException;
import cadenza.api.document.Medium;
import cadenza.host.storage.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the project of a new plugin: a Maven build, a toy generator that works, the contract as its test, a CI file and
 * a README. All of it or nothing.
 */
public final class PluginScaffold {
    private static final String API = "cadenza/cadenza-api";

    private final Path repository;
    private final String version;

    /**
     * @param repository Maven repository folder with the API and the test kit
     * @throws UserException if they are not there
     */
    public PluginScaffold(Path repository) {
        this.repository = repository;
        try (Stream<Path> versions = Files.list(repository.resolve(API))) {
            version = versions.map(folder -> folder.getFileName().toString())
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new UserException("'" + repository + "' lacks the API"));
        } catch (IOException e) {
            throw new UserException(
                    "this Cadenza has no API for plugins in '" + repository + "'; start it from its distribution", e);
        }
    }

    /**
     * Writes a project.
     *
     * @param folder new; its name is the plugin's id
     * @throws UserException if the folder is there already or cannot be written, or its name can be no id
     */
    public void write(Path folder, Medium medium) {
        Path target = folder.toAbsolutePath().normalize();
        PluginName name = new PluginName(target.getFileName().toString());
        if (Files.exists(target)) {
            throw new UserException("'" + folder + "' is there already; give another name, or remove it");
        }
        try {
            Files.createDirectories(target.getParent());
            // Not a temporary directory of Java's, which only its owner may enter.
            Path draft = Files.createDirectory(target.resolveSibling(
                    "." + name.id() + "-" + ProcessHandle.current().pid()));
            try {
                for (Map.Entry<String, byte[]> file : files(name, medium).entrySet()) {
                    Path place = draft.resolve(file.getKey());
                    Files.createDirectories(place.getParent());
                    Files.write(place, file.getValue());
                }
                Files.move(draft, target);
            } finally {
                delete(draft);
            }
        } catch (IOException e) {
            throw new UserException("'" + folder + "' cannot be written: " + AtomicFile.reason(e), e);
        }
    }

    private Map<String, byte[]> files(PluginName name, Medium medium) throws IOException {
        boolean text = medium == Medium.TEXT;
        String packagePath = name.packageName().replace('.', '/');
        String sources = "src/main/java/" + packagePath + "/";
        String generator = sources + name.className() + ".java";
        String codec = sources + "MelodyCodec.java";
        String listed = "| `" + generator + "` | the generator |"
                + (text ? "" : "\n| `" + codec + "` | melodies to tokens and back |");
        Map<String, String> words = new LinkedHashMap<>();
        words.put("id", name.id());
        words.put("Class", name.className());
        words.put("package", name.packageName());
        words.put("packagePath", packagePath);
        words.put("title", text ? "Text from a Markov chain of characters" : "Melodies from a Markov chain of notes");
        words.put("api", ApiVersion.CURRENT);
        words.put("version", version);
        words.put(
                "repository",
                repository.toAbsolutePath().normalize().toUri().toString().replace("&", "&amp;"));
        words.put("generate", text ? "write" : "compose");
        words.put("files", listed);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("pom.xml", filled("pom.xml", words));
        files.put("README.md", filled("README.md", words));
        files.put(".gitignore", filled("gitignore", words));
        files.put(".github/workflows/build.yml", filled("build.yml", words));
        files.put("src/main/resources/META-INF/MANIFEST.MF", filled("MANIFEST.MF", words));
        files.put(generator, filled(text ? "TextGenerator.java.txt" : "MusicGenerator.java.txt", words));
        files.put(
                "src/test/java/" + packagePath + "/" + name.className() + "Test.java",
                filled("ContractTest.java.txt", words));
        if (text) {
            files.put("corpus/tide.txt", filled("corpus.txt", words));
        } else {
            files.put(codec, filled("MelodyCodec.java.txt", words));
            files.put("corpus/brother-john.mid", Tune.midi());
        }
        return files;
    }

    private static byte[] filled(String resource, Map<String, String> words) throws IOException {
        try (InputStream in = PluginScaffold.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            for (Map.Entry<String, String> word : words.entrySet()) {
                text = text.replace("@" + word.getKey() + "@", word.getValue());
            }
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** What is left of a folder, if anything. */
    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                List<Path> deepestFirst =
                        paths.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.delete(path);
                }
            }
        }
    }
}
