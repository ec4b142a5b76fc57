package cadenza.cli;

import cadenza.host.StudioFolders;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadenza plugin remove}: a plugin of the user's own is taken away. */
@Command(
        name = "remove",
        description = "Remove an installed plugin; models that its generators trained stay.",
        mixinStandardHelpOptions = true)
final class PluginRemoveCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final StudioFolders folders;

    @Parameters(paramLabel = "ID", description = "See 'cadenza plugin list'.")
    private String id;

    PluginRemoveCommand(Terminal terminal, StudioFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public Integer call() {
        String version = folders.installer().remove(id);
        terminal.out().println("removed " + id + " " + version);
        return 0;
    }
}
