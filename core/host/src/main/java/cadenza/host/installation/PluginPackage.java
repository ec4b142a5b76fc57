package cadenza.host.installation;

import cadenza.api.UserException;
import cadenza.host.storage.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs a compiled project: {@code target/classes} as a jar; with jars in {@code target/lib}, a zip of both. The same
 * content gives the same bytes: entries are in the order of their names, the manifest first, and their time is fixed.
 */
public final class PluginPackage {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path LIBRARIES = Path.of("target", "lib");
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Path project;

    /** @param project a folder with {@code target/classes} */
    public PluginPackage(Path project) {
        this.project = project;
    }

    /**
     * Packs it into {@code target/ID-VERSION.jar} or {@code .zip}, and replaces what is there.
     *
     * @return the file
     * @throws UserException if the project is not compiled, or its manifest lacks a line
     */
    public Path write() {
        Path manifest = project.resolve(CLASSES).resolve(MANIFEST);
        if (!Files.isRegularFile(manifest)) {
            throw new UserException("'" + project + "' has no " + CLASSES.resolve(MANIFEST)
                    + "; put that file into src/main/resources, with Plugin-Id, Plugin-Version and Plugin-Requires, and"
                    + " compile the plugin: mvn -f " + project + " compile");
        }
        try {
            PluginManifest plugin;
            try (InputStream in = Files.newInputStream(manifest)) {
                plugin = PluginManifest.read(in);
            }
            Map<String, Path> libraries = new TreeMap<>(files(project.resolve(LIBRARIES), "lib/"));
            libraries.keySet().removeIf(name -> !name.matches("lib/[^/]+\\.jar"));
            Map<String, Path> content = files(project.resolve(CLASSES), libraries.isEmpty() ? "" : "classes/");
            content.putAll(libraries);
            Path file = project.resolve("target")
                    .resolve(plugin.id() + "-" + plugin.version() + (libraries.isEmpty() ? ".jar" : ".zip"));
            AtomicFile.write(file, packed(content));
            return file;
        } catch (IOException e) {
            throw new UserException("'" + project + "' cannot be packed: " + AtomicFile.reason(e), e);
        }
    }

    private static Map<String, Path> files(Path folder, String prefix) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(Files::isRegularFile)
                        .forEach(file -> files.put(
                                prefix + folder.relativize(file).toString().replace('\\', '/'), file));
            }
        }
        return files;
    }

    private static byte[] packed(Map<String, Path> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            // A stream of a jar looks for the manifest first.
            Path manifest = content.remove(MANIFEST);
            if (manifest != null) {
                put(zip, MANIFEST, manifest);
            }
            for (Map.Entry<String, Path> entry : content.entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, Path file) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // Not setTime, which writes the hour of this place's time zone.
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
    }
}
