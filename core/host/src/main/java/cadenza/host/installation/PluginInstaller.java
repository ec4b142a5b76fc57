package cadenza.host.installation;

import cadenza.api.ApiVersion;
import cadenza.api.UserException;
import cadenza.host.plugins.ApiRequirement;
import cadenza.host.plugins.BundledLibrary;
import cadenza.host.plugins.PluginException;
import cadenza.host.plugins.PluginHost;
import cadenza.host.storage.AtomicFile;
import cadenza.host.storage.NearestName;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pf4j.DefaultVersionManager;

/**
 * Installs plugins into the user's folder and removes them from it. An archive is checked, unpacked beside the installed
 * plugins under a hidden name, loaded once, and moved to its place only then; whatever fails leaves what was there, and
 * nothing else. For one thread and one process at a time.
 */
public final class PluginInstaller {
    private static final long MOST_INDEX_BYTES = 10_000_000;

    private final PluginFolder own;
    private final Optional<PluginFolder> shipped;

    /**
     * @param own the user's folder; made when the first plugin is installed
     * @param shipped the folder that came with Cadenza, if any
     */
    public PluginInstaller(Path own, Optional<Path> shipped) {
        this.own = new PluginFolder(own.toAbsolutePath().normalize());
        this.shipped = shipped.map(PluginFolder::new);
    }

    /**
     * Installs an archive; its plugin replaces one of its id and another version.
     *
     * @param file a jar, or a zip with private libraries
     * @throws UserException if it is not fit for this Cadenza, or could do harm when unpacked
     * @throws PluginException if it cannot be loaded
     */
    public InstalledPlugin install(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserException("'" + file + "' is no file; give the jar or zip of a plugin");
        }
        try {
            return install(file.toString(), file, Optional.empty());
        } catch (IOException e) {
            throw new UserException("'" + file + "' cannot be installed: " + AtomicFile.reason(e), e);
        }
    }

    /**
     * Installs the newest release of a plugin in an index that works with this API. Its archive is read only if its
     * address is a file's or begins with {@code https:}, and unpacked only if it has the hash that the index states.
     *
     * @param id of the plugin
     * @param index where the index lies: a {@code file:} or {@code https:} address
     * @throws UserException if there is no such release, or it is not what the index says
     * @throws PluginException if it cannot be loaded
     */
    public InstalledPlugin install(String id, URI index) {
        PluginRelease release;
        try {
            release = PluginIndex.read(Download.read(index, MOST_INDEX_BYTES), index)
                    .newest(id, ApiVersion.CURRENT);
        } catch (IOException e) {
            throw new UserException("the index '" + index + "' cannot be read: " + e.getMessage(), e);
        }
        // An index from the network must not have files of this machine read.
        if ("https".equals(index.getScheme()) && !"https".equals(release.url().getScheme())) {
            throw new UserException(
                    "'" + release.url() + "' is refused: an index from an https: address names only such");
        }
        byte[] bytes = Download.read(release.url(), ArchiveLimits.DEFAULT.bytes());
        String shown = release.url().toString();
        try {
            Path file = Files.createTempFile("cadenza-plugin", ".zip");
            try {
                Files.write(file, bytes);
                checkHash(shown, file, release);
                return install(shown, file, Optional.of(release));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UserException("'" + shown + "' cannot be installed: " + AtomicFile.reason(e), e);
        }
    }

    private static void checkHash(String shown, Path file, PluginRelease release) throws IOException {
        String hash = Sha512.of(file);
        if (!hash.equals(release.sha512())) {
            throw new UserException("'" + shown + "' cannot be installed: its SHA-512 hash is " + hash
                    + ", and the index says " + release.sha512() + "; it is not the file that was published");
        }
    }

    private InstalledPlugin install(String shown, Path file, Optional<PluginRelease> release) throws IOException {
        try (PluginArchive archive = new PluginArchive(file, ArchiveLimits.DEFAULT)) {
            PluginManifest plugin = archive.plugin();
            if (release.isPresent()
                    && !(plugin.id().equals(release.get().id())
                            && plugin.version().equals(release.get().version()))) {
                throw new IOException("it is " + plugin.id() + " " + plugin.version() + ", and the index says "
                        + release.get().id() + " " + release.get().version());
            }
            return install(shown, file, archive);
        }
    }

    private InstalledPlugin install(String shown, Path file, PluginArchive archive) throws IOException {
        PluginManifest plugin = archive.plugin();
        String hash = Sha512.of(file);
        Map<Path, PluginManifest> before = of(plugin.id(), own.all());
        if (shipped.isPresent() && !of(plugin.id(), shipped.get().all()).isEmpty()) {
            throw new UserException("'" + shown + "' cannot be installed: a plugin '" + plugin.id()
                    + "' came with Cadenza, and there can be but one of an id");
        }
        if (before.values().stream().anyMatch(there -> there.version().equals(plugin.version()))) {
            return installed(plugin, hash, List.of(), true, Optional.empty());
        }
        refuse(shown, new ApiRequirement(plugin.requires(), new DefaultVersionManager()).refusal(ApiVersion.CURRENT));
        Files.createDirectories(own.path());
        Path staging = Files.createTempDirectory(own.path(), ".install");
        try {
            Path staged = archive.stage(staging);
            refuseBundled(shown, staged);
            List<String> generators = load(shown, staging);
            Path place = own.path().resolve(staged.getFileName());
            Files.move(staged, place);
            for (Path old : before.keySet()) {
                PluginFolder.delete(old);
            }
            Optional<String> replaced =
                    before.values().stream().map(PluginManifest::version).findFirst();
            return installed(plugin, hash, generators, false, replaced);
        } finally {
            PluginFolder.delete(staging);
        }
    }

    private static InstalledPlugin installed(
            PluginManifest plugin, String hash, List<String> generators, boolean already, Optional<String> replaced) {
        return new InstalledPlugin(
                plugin.id(),
                plugin.version(),
                plugin.provider(),
                hash,
                plugin.requires(),
                generators,
                already,
                replaced);
    }

    private static void refuse(String shown, Optional<String> refusal) {
        if (refusal.isPresent()) {
            throw new UserException("'" + shown + "' cannot be installed: " + refusal.get());
        }
    }

    /** Looked at as files, before any class of it is loaded. */
    private static void refuseBundled(String shown, Path staged) throws IOException {
        List<URL> places = new ArrayList<>();
        if (Files.isDirectory(staged)) {
            places.add(staged.resolve("classes").toUri().toURL());
            Path libraries = staged.resolve("lib");
            if (Files.isDirectory(libraries)) {
                try (Stream<Path> jars = Files.list(libraries)) {
                    for (Path jar : jars.sorted().toList()) {
                        places.add(jar.toUri().toURL());
                    }
                }
            }
        } else {
            places.add(staged.toUri().toURL());
        }
        try (URLClassLoader contents = new URLClassLoader(places.toArray(URL[]::new), null)) {
            refuse(shown, BundledLibrary.refusal(contents));
        }
    }

    /** Loads it once before it is let in. @return the ids of its generators */
    private static List<String> load(String shown, Path staging) {
        try (PluginHost host = new PluginHost(List.of(staging))) {
            host.problems().stream().findFirst().ifPresent(problem -> {
                throw new PluginException("'" + shown + "' cannot be installed: " + problem.reason(), null);
            });
            return List.copyOf(host.generators().keySet());
        }
    }

    /**
     * Removes a plugin of the user's own.
     *
     * @return its version
     * @throws UserException if there is none of that id, or it came with Cadenza
     */
    public String remove(String id) {
        try {
            Map<Path, PluginManifest> all = own.all();
            Map<Path, PluginManifest> meant = of(id, all);
            if (meant.isEmpty()) {
                throw missing(id, all);
            }
            for (Path place : meant.keySet()) {
                PluginFolder.delete(place);
            }
            return meant.values().iterator().next().version();
        } catch (IOException e) {
            throw new UserException("plugin '" + id + "' cannot be removed: " + AtomicFile.reason(e), e);
        }
    }

    private UserException missing(String id, Map<Path, PluginManifest> all) throws IOException {
        if (shipped.isPresent() && !of(id, shipped.get().all()).isEmpty()) {
            return new UserException("plugin '" + id + "' came with Cadenza and cannot be removed");
        }
        List<String> ids =
                all.values().stream().map(PluginManifest::id).distinct().toList();
        return new UserException(
                "plugin '" + id + "' is not installed; installed are "
                        + (ids.isEmpty() ? "none" : String.join(", ", ids)),
                NearestName.hint(id, ids),
                null);
    }

    /** Also of an id in other letter case: on some systems that is the same file. */
    private static Map<Path, PluginManifest> of(String id, Map<Path, PluginManifest> plugins) {
        Map<Path, PluginManifest> meant = new TreeMap<>(plugins);
        String folded = id.toLowerCase(Locale.ROOT);
        meant.values().removeIf(plugin -> !plugin.id().toLowerCase(Locale.ROOT).equals(folded));
        return meant;
    }
}
