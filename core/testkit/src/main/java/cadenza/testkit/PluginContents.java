package cadenza.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** What lies in the jar of a plugin, or among its classes in a folder: names with {@code /}, and the small files. */
final class PluginContents {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path UNPACKED_CLASSES = Path.of("classes");
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String METADATA = "META-INF/";

    private final Map<String, byte[]> files = new LinkedHashMap<>(); // with the bytes of those in META-INF alone

    private PluginContents(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                String name = root.relativize(path).toString().replace('\\', '/');
                files.put(name, name.startsWith(METADATA) ? Files.readAllBytes(path) : new byte[0]);
            }
        }
    }

    /** @param place a jar, the folder of a project, or that of an unpacked zip, of which the libraries are not looked at */
    static PluginContents of(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            Path project = place.resolve(CLASSES);
            return new PluginContents(Files.isDirectory(project) ? project : place.resolve(UNPACKED_CLASSES));
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return new PluginContents(jar.getPath("/"));
        }
    }

    /** The jar that a class is from, or the folder of the project; empty if it is from elsewhere. */
    static Optional<Path> placeOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            Path place = Path.of(source.getLocation().toURI());
            if (Files.isRegularFile(place)) {
                return Optional.of(place);
            }
            return place.endsWith(CLASSES) ? Optional.of(place.getParent().getParent()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    Set<String> files() {
        return files.keySet();
    }

    /** The main attributes of the manifest; empty if there is none. */
    Optional<Attributes> manifest() {
        return Optional.ofNullable(files.get(MANIFEST)).map(bytes -> {
            try (InputStream in = new ByteArrayInputStream(bytes)) {
                return new Manifest(in).getMainAttributes();
            } catch (IOException e) {
                throw new UncheckedIOException("the manifest cannot be read", e);
            }
        });
    }

    /** The lines of a file of META-INF without comments; empty if there is none. */
    Optional<List<String>> lines(String file) {
        return Optional.ofNullable(files.get(file)).map(bytes -> new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList());
    }
}
