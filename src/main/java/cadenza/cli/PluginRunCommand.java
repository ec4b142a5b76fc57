package cadenza.cli;

import cadenza.host.StudioFolders;
import cadenza.host.plugins.PluginException;
import cadenza.host.plugins.PluginHost;
import cadenza.host.plugins.PluginProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadenza plugin run}: any command, with a plugin loaded from the classes of its project. */
@Command(
        name = "run",
        description = {
            "Run a command with a plugin that is being made, loaded from DIR/target/classes and not packed.",
            "Without a command, say what the plugin is."
        },
        mixinStandardHelpOptions = true)
final class PluginRunCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final StudioFolders folders;

    @Parameters(index = "0", paramLabel = "DIR", description = "The project; compile it first: mvn compile.")
    private Path folder;

    @Parameters(
            index = "1..*",
            paramLabel = "COMMAND",
            description = "A command of Cadenza and all that belongs to it, such as: train corpus --generator my-gen"
                    + " --name first")
    private List<String> command = List.of();

    PluginRunCommand(Terminal terminal, StudioFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    /** With what follows the folder left to the command. */
    static CommandLine line(Terminal terminal, StudioFolders folders) {
        return CommandLines.annotated(new PluginRunCommand(terminal, folders)).setStopAtPositional(true);
    }

    @Override
    public Integer call() {
        Path project = PluginProject.in(folder);
        check(project);
        if (command.isEmpty()) {
            return 0;
        }
        return Main.run(terminal, folders.with(project), command.toArray(String[]::new));
    }

    /** Tells what it is where nothing else is asked. @throws PluginException if it cannot be loaded */
    private void check(Path project) {
        try (PluginHost host = new PluginHost(Optional.of(project), List.of())) {
            host.problems().stream().findFirst().ifPresent(problem -> {
                throw new PluginException("the plugin in '" + folder + "' cannot be loaded: " + problem.reason(), null);
            });
            if (command.isEmpty()) {
                PluginsCommand.list(terminal, host);
            }
        }
    }
}
