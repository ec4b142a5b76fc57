package cadenza.cli;

import cadenza.api.UserException;
import cadenza.host.StudioFolders;
import cadenza.host.verification.CheckResult.Outcome;
import cadenza.host.verification.PluginVerifier;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadenza plugin verify}: the contract of generators, asked of a built plugin. */
@Command(
        name = "verify",
        description = {
            "Ask of a plugin all that the host relies on: it is loaded, trains on a little, and is looked at.",
            "The exit code is 3 if it breaks a promise."
        },
        mixinStandardHelpOptions = true)
final class PluginVerifyCommand implements Callable<Integer> {
    private static final PathMatcher TEST_KIT =
            FileSystems.getDefault().getPathMatcher("glob:**/cadenza-testkit-*.jar");

    private final Terminal terminal;
    private final StudioFolders folders;

    @Parameters(paramLabel = "FILE", description = "A jar, or a zip with private libraries.")
    private Path file;

    @Option(
            names = "--corpus",
            paramLabel = "PATH",
            description = "A file or folder to learn from; may be repeated (default: a tiny corpus of the medium).")
    private List<Path> corpus = List.of();

    @Option(
            names = "--option",
            paramLabel = "NAME=VALUE",
            description = "An option of the generator, for a quicker training; may be repeated.")
    private Map<String, String> options = new LinkedHashMap<>();

    PluginVerifyCommand(Terminal terminal, StudioFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UserException("'" + file + "' is no file; give the jar or zip of a plugin");
        }
        // The test kit is on no class path of ours: nothing else needs it.
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {testKit().toUri().toURL()}, PluginVerifier.class.getClassLoader())) {
            VerificationReport report = new VerificationReport(terminal);
            PluginVerifier verifier = ServiceLoader.load(PluginVerifier.class, loader)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the test kit has no verifier"));
            verifier.verify(file, options, corpus, report);
            report.end(file);
            return report.has(Outcome.BROKEN) ? Main.PLUGINS_FAULT : 0;
        }
    }

    private Path testKit() throws IOException {
        Path repository = folders.distribution()
                .map(distribution -> distribution.resolve("repository"))
                .filter(Files::isDirectory)
                .orElseThrow(() -> new UserException("'cadenza plugin verify' needs the test kit that comes with"
                        + " Cadenza's distribution; start bin/cadenza of the zip"));
        try (Stream<Path> files = Files.walk(repository)) {
            return files.filter(TEST_KIT::matches)
                    .findFirst()
                    .orElseThrow(() ->
                            new UserException("'" + repository + "' has no cadenza-testkit; unpack Cadenza anew"));
        }
    }
}
