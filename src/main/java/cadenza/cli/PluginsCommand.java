package cadenza.cli;

import cadenza.host.Studio;
import cadenza.host.StudioFolders;
import cadenza.host.plugins.PluginHost;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cadenza plugins}: the generators that are here, and the plugins that could not be loaded. */
@Command(
        name = "plugins",
        description = "List generators, and plugins that cannot be loaded.",
        mixinStandardHelpOptions = true)
final class PluginsCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final StudioFolders folders;

    PluginsCommand(Terminal terminal, StudioFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public Integer call() {
        try (Studio studio = new Studio(folders)) {
            list(terminal, studio.plugins());
        }
        return 0;
    }

    /** A line for each generator, and one for each plugin that could not be loaded. */
    static void list(Terminal terminal, PluginHost plugins) {
        plugins.generators().forEach((id, generator) -> terminal.out()
                .printf(
                        "%-16s %-8s %-6s %s%n",
                        id,
                        generator.version(),
                        generator.info().medium().label(),
                        generator.info().title()));
        plugins.problems().forEach(problem -> terminal.out()
                .println("cannot be loaded: " + problem.file() + ": " + problem.reason()));
    }
}
