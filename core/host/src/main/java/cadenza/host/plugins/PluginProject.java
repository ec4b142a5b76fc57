package cadenza.host.plugins;

import cadenza.api.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Manifest;
import org.pf4j.DevelopmentPluginLoader;
import org.pf4j.JarPluginLoader;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginLoader;
import org.pf4j.PluginManager;
import org.pf4j.PluginRuntimeException;

/**
 * A plugin that is being made: a Maven project whose compiled classes are loaded from where they are, as PF4J's
 * development mode does, with the jars of {@code target/lib} as its private libraries. Nothing is packed. Its manifest
 * lies among the classes, since {@code src/main/resources/META-INF/MANIFEST.MF} is copied there, filtered, before the
 * jar takes it.
 */
public final class PluginProject {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path MANIFEST = CLASSES.resolve("META-INF").resolve("MANIFEST.MF");

    private PluginProject() {}

    /**
     * The project in a folder.
     *
     * @return the folder, absolute
     * @throws UserException if there is none, or it is not compiled
     */
    public static Path in(Path folder) {
        Path project = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(project)) {
            throw new UserException(
                    "'" + folder + "' is no folder; give the project of a plugin, such as 'cadenza plugin new' makes");
        }
        if (!Files.isDirectory(project.resolve(CLASSES))) {
            throw new UserException(
                    "'" + folder + "' has no " + CLASSES + "; compile the plugin first: mvn -f " + folder + " compile");
        }
        return project;
    }

    /** Finds the manifest of a jar, or among the classes of a project. */
    static class DescriptorFinder extends ManifestPluginDescriptorFinder {
        @Override
        protected Manifest readManifestFromDirectory(Path project) {
            Path file = project.resolve(MANIFEST);
            try (InputStream in = Files.newInputStream(file)) {
                return new Manifest(in);
            } catch (IOException e) {
                throw new PluginRuntimeException(
                        e,
                        "there is no {}; put a META-INF/MANIFEST.MF with Plugin-Id, Plugin-Version and Plugin-Requires"
                                + " into src/main/resources",
                        MANIFEST);
            }
        }
    }

    /** Loads jars, and projects from their classes. Not PF4J's own compound: that logs a failure and goes on. */
    static final class Loader implements PluginLoader {
        private final PluginLoader jars;
        private final PluginLoader projects;

        Loader(PluginManager manager) {
            jars = new JarPluginLoader(manager);
            projects = new DevelopmentPluginLoader(manager);
        }

        @Override
        public boolean isApplicable(Path plugin) {
            return Files.exists(plugin);
        }

        @Override
        public ClassLoader loadPlugin(Path plugin, PluginDescriptor descriptor) {
            return (Files.isDirectory(plugin) ? projects : jars).loadPlugin(plugin, descriptor);
        }
    }
}
