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
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;

/**
 * Loads the plugins of some folders with PF4J: jars whose manifest names id, version and the API they require, and
 * {@linkplain UnpackedPlugin unpacked} plugins with private libraries; and one that is being made from its
 * {@linkplain PluginProject project}. A plugin that cannot be loaded, or does not come back from being started, is kept as a {@link PluginProblem} and never stops the others. Made for one thread.
 */
public final class PluginHost implements AutoCloseable {
    private final DefaultPluginManager manager;
    private final Map<String, LoadedGenerator> generators = new LinkedHashMap<>();
    private final Map<String, PluginCalls> calls = new LinkedHashMap<>(); // by plugin
    private final List<PluginProblem> problems = new ArrayList<>();
    private final Deadlines deadlines;

    /** @param folders in the order in which they are searched; of two plugins with one id the first is taken */
    public PluginHost(List<Path> folders) {
        this(Optional.empty(), folders, Deadlines.DEFAULT);
    }

    /**
     * @param plugin one to be loaded before all others: a jar, or the folder of a project or of an unpacked plugin
     * @param folders as for the other constructor
     */
    public PluginHost(Optional<Path> plugin, List<Path> folders) {
        this(plugin, folders, Deadlines.DEFAULT);
    }

    /**
     * @param plugin one to be loaded before all others: a jar, or the folder of a project or of an unpacked plugin
     * @param folders as for the other constructors
     * @param deadlines of all calls into the plugins
     */
    public PluginHost(Optional<Path> plugin, List<Path> folders, Deadlines deadlines) {
        this.deadlines = deadlines;
        manager = new JarPluginManager(folders);
        // Without it PF4J believes to be version 0.0.0 and checks nothing.
        manager.setSystemVersion(ApiVersion.CURRENT);
        // PF4J wants to know of a file or folder by its real name.
        plugin.map(path -> path.toAbsolutePath().normalize()).ifPresent(this::load);
        for (Path folder : folders) {
            for (Path jar : installed(folder)) {
                load(jar);
            }
        }
    }

    private static List<Path> installed(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar") || UnpackedPlugin.is(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserException("'" + folder + "' cannot be read: " + AtomicFile.reason(e), e);
        }
    }

    private void load(Path jar) {
        String file = jar.getFileName().toString();
        try {
            PluginDescriptor descriptor = new UnpackedPlugin.DescriptorFinder().find(jar);
            PluginWrapper twin = manager.getPlugin(descriptor.getPluginId());
            if (twin != null) {
                problem(
                        file,
                        "a plugin '" + twin.getPluginId() + "' is loaded already, from "
                                + twin.getPluginPath().getFileName());
                return;
            }
            Optional<String> refusal = new ApiRequirement(descriptor.getRequires(), manager.getVersionManager())
                    .refusal(ApiVersion.CURRENT);
            if (refusal.isPresent()) {
                problem(file, refusal.get());
                return;
            }
            start(file, loaded(jar, descriptor.getPluginId()));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            problem(file, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    private PluginWrapper loaded(Path jar, String id) {
        try {
            return manager.getPlugin(manager.loadPlugin(jar));
        } catch (RuntimeException e) {
            // What PF4J cannot resolve, because another plugin is missing, it keeps, and then resolves no other.
            Optional.ofNullable(manager.getPlugin(id)).ifPresent(this::unload);
            throw e;
        }
    }

    private void start(String file, PluginWrapper plugin) {
        String id = plugin.getPluginId();
        ClassLoader loader = plugin.getPluginClassLoader();
        Optional<String> refusal = BundledLibrary.refusal(loader);
        if (refusal.isPresent()) {
            unload(plugin);
            problem(file, refusal.get());
            return;
        }
        PluginCalls own = new PluginCalls(id, plugin.getDescriptor().getVersion(), loader);
        calls.put(id, own);
        List<LoadedGenerator> started = new CallWatch(own, deadlines).run(() -> started(plugin, own));
        if (started.isEmpty()) {
            problem(
                    file,
                    "it has no generator: its jar lacks META-INF/extensions.idx (name PF4J's annotation processor in"
                            + " its build)");
        }
        for (LoadedGenerator generator : started) {
            if (generators.putIfAbsent(generator.info().id(), generator) != null) {
                problem(file, "a generator '" + generator.info().id() + "' is loaded already");
            }
        }
    }

    private List<LoadedGenerator> started(PluginWrapper plugin, PluginCalls own) {
        // PF4J makes nothing of a class that it cannot make, and fails later without a reason.
        if (own.call(PluginMethod.PLUGIN_START, plugin::getPlugin) == null) {
            throw own.breach(
                    PluginMethod.PLUGIN_START,
                    PluginCalls.NO_STEP,
                    "its Plugin-Class " + plugin.getDescriptor().getPluginClass()
                            + " is not a public class that can be made without parameters");
        }
        PluginState state = own.call(PluginMethod.PLUGIN_START, () -> manager.startPlugin(plugin.getPluginId()));
        if (state == PluginState.FAILED) {
            throw own.fault(PluginMethod.PLUGIN_START, PluginCalls.NO_STEP, plugin.getFailedException());
        }
        return manager.getExtensionClasses(Generator.class, plugin.getPluginId()).stream()
                .map(type -> own.call(PluginMethod.CONSTRUCTOR, () -> made(type)))
                .map(generator -> new LoadedGenerator(own, deadlines, generator))
                .toList();
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

    /**
     * Stops and unloads all plugins, but those in which a call hangs.
     *
     * @throws PluginException if one fails in that; the others are unloaded all the same
     */
    @Override
    public void close() {
        List<PluginException> faults = new ArrayList<>();
        for (PluginWrapper plugin : manager.getPlugins()) {
            PluginCalls own = calls.get(plugin.getPluginId());
            if (!own.hung()) {
                try {
                    new CallWatch(own, deadlines).run(() -> own.call(PluginMethod.PLUGIN_STOP, () -> stopped(plugin)));
                } catch (PluginException e) {
                    faults.add(e);
                }
            }
            if (!own.hung()) {
                unload(plugin);
            }
        }
        if (!faults.isEmpty()) {
            throw faults.get(0);
        }
    }

    private void unload(PluginWrapper plugin) {
        plugin.setPluginState(PluginState.STOPPED); // or PF4J would make an instance, only to stop it
        manager.unloadPlugin(plugin.getPluginId());
    }

    /** Not by the manager, which only logs what stop() throws. */
    private static PluginState stopped(PluginWrapper plugin) {
        if (plugin.getPluginState() == PluginState.STARTED) {
            plugin.getPlugin().stop();
        }
        return plugin.getPluginState();
    }

    /** PF4J for jars, projects and what is unpacked: it never unpacks a zip, since it sets no limits to that. */
    private static final class JarPluginManager extends DefaultPluginManager {
        JarPluginManager(List<Path> folders) {
            super(folders);
        }

        @Override
        protected PluginLoader createPluginLoader() {
            return new UnpackedPlugin.Loader(this);
        }

        @Override
        protected PluginRepository createPluginRepository() {
            return new JarPluginRepository(getPluginsRoots());
        }

        @Override
        protected PluginDescriptorFinder createPluginDescriptorFinder() {
            return new UnpackedPlugin.DescriptorFinder();
        }
    }
}
