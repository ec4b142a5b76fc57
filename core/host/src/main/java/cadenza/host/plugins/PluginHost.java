package cadenza.host.plugins;

import cadenza.api.ApiVersion;
import cadenza.api.Generator;
import cadenza.api.UserException;
import cadenza.host.storage.AtomicFile;
import cadenza.host.storage.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pf4j.DefaultPluginManager;
import org.pf4j.JarPluginRepository;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginWrapper;

/**
 * Loads the plugins of some folders with PF4J: thin jars whose manifest names id, version and the API they require; and
 * one that is being made from its {@linkplain PluginProject project}. A plugin that cannot be loaded is kept as a
 * {@link PluginProblem} and never stops the others. Made for one thread.
 */
public final class PluginHost implements AutoCloseable {
    private final DefaultPluginManager manager;
    private final Map<String, LoadedGenerator> generators = new LinkedHashMap<>();
    private final List<PluginProblem> problems = new ArrayList<>();

    /** @param folders in the order in which they are searched; of two plugins with one id the first is taken */
    public PluginHost(List<Path> folders) {
        this(Optional.empty(), folders);
    }

    /**
     * @param plugin one to be loaded before all others: a jar, or the folder of a project
     * @param folders as for the other constructor
     */
    public PluginHost(Optional<Path> plugin, List<Path> folders) {
        manager = new JarPluginManager(folders);
        // Without it PF4J believes to be version 0.0.0 and checks nothing.
        manager.setSystemVersion(ApiVersion.CURRENT);
        // PF4J wants to know of a file or folder by its real name.
        plugin.map(path -> path.toAbsolutePath().normalize()).ifPresent(this::load);
        for (Path folder : folders) {
            for (Path jar : jars(folder)) {
                load(jar);
            }
        }
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserException("'" + folder + "' cannot be read: " + AtomicFile.reason(e), e);
        }
    }

    private void load(Path jar) {
        String file = jar.getFileName().toString();
        try {
            PluginWrapper twin = manager.getPlugin(
                    new PluginProject.DescriptorFinder().find(jar).getPluginId());
            if (twin != null) {
                problem(
                        file,
                        "a plugin '" + twin.getPluginId() + "' is loaded already, from "
                                + twin.getPluginPath().getFileName());
                return;
            }
            String id = manager.loadPlugin(jar);
            PluginWrapper plugin = manager.getPlugin(id);
            String requires = plugin.getDescriptor().getRequires();
            if (!manager.getVersionManager().checkVersionConstraint(ApiVersion.CURRENT, requires)) {
                manager.unloadPlugin(id);
                problem(
                        file,
                        "it requires the API " + requires + ", and this Cadenza has " + ApiVersion.CURRENT
                                + "; update whichever is older");
                return;
            }
            manager.startPlugin(id);
            register(file, plugin);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            problem(file, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    private void register(String file, PluginWrapper plugin) {
        String id = plugin.getPluginId();
        List<Class<? extends Generator>> found = manager.getExtensionClasses(Generator.class, id);
        if (found.isEmpty()) {
            problem(
                    file,
                    "it has no generator: its jar lacks META-INF/extensions.idx (name PF4J's annotation processor in"
                            + " its build) or bundles a copy of the API");
        }
        for (Class<? extends Generator> type : found) {
            LoadedGenerator loaded =
                    new LoadedGenerator(id, plugin.getDescriptor().getVersion(), made(type));
            if (generators.putIfAbsent(loaded.info().id(), loaded) != null) {
                problem(file, "a generator '" + loaded.info().id() + "' is loaded already");
            }
        }
    }

    /** Not by the manager's own getExtensions, which only logs what a constructor throws. */
    private Generator made(Class<? extends Generator> type) {
        try {
            return manager.getExtensionFactory().create(type);
        } catch (PluginRuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new PluginException("its generator " + type.getName() + " cannot be made: " + cause, e);
        }
    }

    private void problem(String file, String reason) {
        problems.add(new PluginProblem(file, reason.replaceAll("\\s*\\R\\s*", " ")));
    }

    /** All generators by id, in the order in which they were found. */
    public Map<String, LoadedGenerator> generators() {
        return Collections.unmodifiableMap(generators);
    }

    /** The plugins that could not be loaded. */
    public List<PluginProblem> problems() {
        return List.copyOf(problems);
    }

    /** The generator of an id. @throws UserException if there is none */
    public LoadedGenerator generator(String id) {
        LoadedGenerator generator = generators.get(id);
        if (generator == null) {
            throw new UserException(
                    "generator '" + id + "' is not installed; installed are "
                            + (generators.isEmpty() ? "none" : String.join(", ", generators.keySet())),
                    NearestName.hint(id, generators.keySet()),
                    null);
        }
        return generator;
    }

    @Override
    public void close() {
        manager.stopPlugins();
        manager.unloadPlugins();
    }

    /** PF4J for thin jars and projects alone: no zips, so nothing is ever unpacked. */
    private static final class JarPluginManager extends DefaultPluginManager {
        JarPluginManager(List<Path> folders) {
            super(folders);
        }

        @Override
        protected PluginLoader createPluginLoader() {
            return new PluginProject.Loader(this);
        }

        @Override
        protected PluginRepository createPluginRepository() {
            return new JarPluginRepository(getPluginsRoots());
        }

        @Override
        protected PluginDescriptorFinder createPluginDescriptorFinder() {
            return new PluginProject.DescriptorFinder();
        }
    }
}
