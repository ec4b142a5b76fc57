package cadenza.testkit;

import cadenza.api.ApiVersion;
import cadenza.api.Generator;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.host.plugins.PluginHost;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;

/** How a plugin is packed, and that it goes without a trace when it is unloaded. */
final class PackagingChecks {
    /** What the host owns: a second copy in a plugin would be other classes than the host's, which fit nothing. */
    private static final List<String> HOST_FOLDERS = List.of(
            "cadenza/api/",
            "cadenza/host/",
            "cadenza/cli/",
            "cadenza/recurrent/",
            "cadenza/training/",
            "cadenza/testkit/",
            "org/pf4j/",
            "org/nd4j/",
            "org/deeplearning4j/",
            "org/bytedeco/");

    private static final List<String> HEADERS = List.of("Plugin-Id", "Plugin-Version", "Plugin-Requires");
    private static final String INDEX = "META-INF/extensions.idx";
    private static final int ROUNDS = 3;
    private static final int MOST_COLLECTIONS = 25;
    private static final long MILLISECONDS_BETWEEN = 20;

    private final Specimen specimen;

    PackagingChecks(Specimen specimen) {
        this.specimen = specimen;
    }

    CheckGroup group() {
        return new CheckGroup(
                "packaging",
                new Check("the manifest names id, version and the API " + ApiVersion.CURRENT, this::manifest),
                new Check("the plugin has the id of its generator", this::id),
                new Check("the index of extensions names the generator", this::index),
                new Check("it holds no classes of the host", this::hostClasses),
                new Check("unloading leaves no class loader behind", this::unloading));
    }

    private PluginContents contents() throws IOException {
        return PluginContents.of(place());
    }

    private Path place() {
        return specimen.place().orElseThrow(() -> new NotAsked("its classes are in no jar and no target/classes"));
    }

    private Attributes attributes() throws IOException {
        return contents()
                .manifest()
                .orElseThrow(() -> new NotAsked("there is no manifest before the jar is packed, unless it is in"
                        + " src/main/resources; 'cadenza plugin verify' asks it of the jar"));
    }

    private void manifest() throws IOException {
        Attributes attributes = attributes();
        for (String header : HEADERS) {
            String value = attributes.getValue(header);
            ContractViolation.unless(value != null && !value.isBlank(), "the manifest has no %s", header);
        }
        try (PluginHost host = loaded()) {
            ContractViolation.unless(!host.generators().isEmpty(), "it gives no generator to the host");
        }
    }

    private void id() throws IOException {
        String id = attributes().getValue("Plugin-Id");
        ContractViolation.unless(
                specimen.info().id().equals(id),
                "the manifest has the Plugin-Id '%s', and the generator the id '%s'",
                id,
                specimen.info().id());
    }

    private void index() throws IOException {
        List<String> lines = contents()
                .lines(INDEX)
                .orElseThrow(
                        () -> new ContractViolation(
                                "there is no " + INDEX
                                        + "; annotate the generator with @Extension and name PF4J's annotation processor in the build"));
        String type = specimen.generator().getClass().getName();
        ContractViolation.unless(lines.contains(type), "%s names %s, and not %s", INDEX, lines, type);
    }

    private void hostClasses() throws IOException {
        Optional<String> foreign = contents().files().stream()
                .filter(file -> HOST_FOLDERS.stream().anyMatch(file::startsWith))
                .findFirst();
        ContractViolation.unless(
                foreign.isEmpty(),
                "it has a copy of the host's %s; give that dependency the scope 'provided'",
                foreign.orElse(""));
    }

    private void unloading() throws IOException, InterruptedException {
        attributes(); // without a manifest the host cannot load it
        List<WeakReference<ClassLoader>> classLoaders = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            classLoaders.add(usedAndUnloaded());
        }
        for (int i = 0; i < MOST_COLLECTIONS && left(classLoaders) > 0; i++) {
            System.gc();
            Thread.sleep(MILLISECONDS_BETWEEN);
        }
        // Java's own caches may hold the last one: the method handle by which records compare their components
        // (java.lang.runtime.ObjectMethods) remembers the type that it was last adapted to.
        ContractViolation.unless(
                left(classLoaders) <= 1,
                "after it was loaded, used and unloaded %d times, the classes of %d are still held: by a thread of its"
                        + " own, a ThreadLocal, or a static of a library that it handed something to",
                ROUNDS,
                left(classLoaders));
    }

    private static long left(List<WeakReference<ClassLoader>> classLoaders) {
        return classLoaders.stream().filter(loader -> loader.get() != null).count();
    }

    private WeakReference<ClassLoader> usedAndUnloaded() {
        ModelContents contents = specimen.model().contents();
        try (PluginHost host = loaded()) {
            Generator generator = host.generator(specimen.info().id()).unguarded();
            use(generator, contents);
            return new WeakReference<>(generator.getClass().getClassLoader());
        }
    }

    private void use(Generator generator, ModelContents contents) {
        try (Model trained = generator.train(specimen.corpus(), specimen.options(), QuietListener.impatient());
                Model opened = generator.open(contents)) {
            specimen.assertUsable(trained);
            specimen.assertUsable(opened);
        }
    }

    private PluginHost loaded() {
        PluginHost host = new PluginHost(Optional.of(place()), List.of());
        if (!host.problems().isEmpty()) {
            host.close();
            throw new ContractViolation(host.problems().get(0).reason());
        }
        return host;
    }
}
