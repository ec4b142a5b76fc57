package cadenza.host.installation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A folder of plugins: jars, and folders of those with private libraries. */
final class PluginFolder {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final Path folder;

    PluginFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /** The plugins in it, by where they lie; without those whose manifest cannot be read. */
    Map<Path, PluginManifest> all() throws IOException {
        Map<Path, PluginManifest> plugins = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return plugins;
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(file -> !file.getFileName().toString().startsWith("."))
                    .forEach(files::add);
        }
        for (Path file : files) {
            try {
                if (Files.isDirectory(file) && Files.isRegularFile(file.resolve("classes/" + MANIFEST))) {
                    try (InputStream in = Files.newInputStream(file.resolve("classes/" + MANIFEST))) {
                        plugins.put(file, PluginManifest.read(in));
                    }
                } else if (file.getFileName().toString().endsWith(".jar")) {
                    plugins.put(file, ofJar(file));
                }
            } catch (IOException e) {
                // Not a plugin that could be meant: 'cadenza plugin list' tells what is wrong with it.
                continue;
            }
        }
        return plugins;
    }

    private static PluginManifest ofJar(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            ZipEntry entry = jar.getEntry(MANIFEST);
            if (entry == null) {
                throw new IOException("it has no " + MANIFEST);
            }
            try (InputStream in = jar.getInputStream(entry)) {
                return PluginManifest.read(in);
            }
        }
    }

    /** Takes a file, or a folder and all in it, away; a symbolic link, not what it names. */
    static void delete(Path place) throws IOException {
        Files.walkFileTree(place, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, IOException fault) throws IOException {
                if (fault != null) {
                    throw fault;
                }
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
