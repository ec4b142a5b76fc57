package cadenza.host.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Manifest;
import org.pf4j.DefaultPluginLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginLoader;
import org.pf4j.PluginManager;
import org.pf4j.PluginRuntimeException;

/**
 * An installed plugin with private libraries: a folder whose {@code classes} hold the plugin, its manifest among them,
 * and whose {@code lib} holds the jars that it brings. Its own classes and libraries come before the host's of the same
 * name, so it may bring another version of what the host has.
 */
final class UnpackedPlugin {
    private static final Path MANIFEST = Path.of("classes", "META-INF", "MANIFEST.MF");

    private UnpackedPlugin() {}

    /** Whether a file is the folder of one. */
    static boolean is(Path file) {
        return !file.getFileName().toString().startsWith(".") && Files.isRegularFile(file.resolve(MANIFEST));
    }

    /** Finds the manifest of what is unpacked, of jars and of projects. */
    static final class DescriptorFinder extends PluginProject.DescriptorFinder {
        @Override
        protected Manifest readManifestFromDirectory(Path folder) {
            if (!is(folder)) {
                return super.readManifestFromDirectory(folder);
            }
            try (InputStream in = Files.newInputStream(folder.resolve(MANIFEST))) {
                return new Manifest(in);
            } catch (IOException e) {
                throw new PluginRuntimeException(e, "its {} cannot be read", MANIFEST);
            }
        }
    }

    /** Loads what is unpacked, jars and projects. */
    static final class Loader implements PluginLoader {
        private final PluginLoader unpacked;
        private final PluginLoader others;

        Loader(PluginManager manager) {
            unpacked = new DefaultPluginLoader(manager);
            others = new PluginProject.Loader(manager);
        }

        @Override
        public boolean isApplicable(Path plugin) {
            return Files.exists(plugin);
        }

        @Override
        public ClassLoader loadPlugin(Path plugin, PluginDescriptor descriptor) {
            return (is(plugin) ? unpacked : others).loadPlugin(plugin, descriptor);
        }
    }
}
