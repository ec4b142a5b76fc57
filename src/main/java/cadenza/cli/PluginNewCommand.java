package cadenza.cli;

import cadenza.api.UserException;
import cadenza.api.document.Medium;
import cadenza.host.StudioFolders;
import cadenza.host.scaffold.PluginScaffold;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadenza plugin new}: the project of a new plugin, which builds at once. */
@Command(
        name = "new",
        description = "Write the project of a new plugin: a generator that works, its tests, a build.",
        mixinStandardHelpOptions = true)
final class PluginNewCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final StudioFolders folders;

    @Parameters(paramLabel = "NAME", description = "A new folder; its name is the plugin's id, such as my-gen.")
    private Path folder;

    @Option(names = "--medium", required = true, paramLabel = "MEDIUM", description = "text or music.")
    private String medium;

    PluginNewCommand(Terminal terminal, StudioFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public Integer call() {
        Medium chosen = medium();
        Path distribution = folders.distribution()
                .orElseThrow(() -> new UserException("'cadenza plugin new' needs the API that comes with Cadenza's"
                        + " distribution; start bin/cadenza of the zip"));
        new PluginScaffold(distribution.resolve("repository")).write(folder, chosen);
        String id = folder.toAbsolutePath().normalize().getFileName().toString();
        String generate = chosen == Medium.TEXT ? "write" : "compose";
        terminal.out().println("wrote " + folder + ", the project of a plugin; now");
        terminal.out().println("  mvn -f " + folder + " package");
        terminal.out()
                .println("  cadenza plugin run " + folder + " train " + folder.resolve("corpus") + " --generator " + id
                        + " --name first --epochs 1");
        terminal.out().println("  cadenza plugin run " + folder + " " + generate + " --model first");
        return 0;
    }

    private Medium medium() {
        for (Medium known : Medium.values()) {
            if (known.label().equals(medium)) {
                return known;
            }
        }
        throw new UserException("--medium '" + medium + "' is not known; give text or music");
    }
}
