package cadenza.host.plugins;

import java.net.URLClassLoader;
import java.util.Optional;
import java.util.stream.Stream;

/** What a plugin must not bring itself, because there can be but one of it in a process, and Cadenza has it. */
public enum BundledLibrary {
    API(
            "cadenza/api/Generator.class",
            "a copy of Cadenza's API, so that its generator is not the one that Cadenza knows"),
    DEEPLEARNING4J(
            "org/deeplearning4j/nn/api/Model.class",
            "Deeplearning4j, which would look for the other one's native code"),
    ND4J("org/nd4j/linalg/factory/Nd4j.class", "ND4J, whose native code a process can load but once"),
    JAVACPP("org/bytedeco/javacpp/Loader.class", "JavaCPP, whose native code a process can load but once");

    private final String entry;
    private final String name;

    BundledLibrary(String entry, String name) {
        this.entry = entry;
        this.name = name;
    }

    /** What a plugin brings and must not, and what to do; empty if it brings none. @param loader the plugin's own */
    public static Optional<String> refusal(ClassLoader loader) {
        return loader instanceof URLClassLoader own
                ? Stream.of(values())
                        .filter(library -> own.findResource(library.entry) != null)
                        .findFirst()
                        .map(library ->
                                "it bundles " + library.name + "; its author must build it with that 'provided'")
                : Optional.empty();
    }
}
