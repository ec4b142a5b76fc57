package cadenza.cli;

import cadenza.host.StudioFolders;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cadenza plugin}: making, installing and removing plugins. */
@Command(name = "plugin", description = "Make, install, list and remove plugins.", mixinStandardHelpOptions = true)
final class PluginCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    private PluginCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** With its subcommands. */
    static CommandLine line(Terminal terminal, StudioFolders folders) {
        return CommandLines.annotated(new PluginCommand(terminal))
                .addSubcommand(CommandLines.annotated(new PluginNewCommand(terminal, folders)))
                .addSubcommand(PluginRunCommand.line(terminal, folders))
                .addSubcommand(CommandLines.annotated(new PluginVerifyCommand(terminal, folders)))
                .addSubcommand(CommandLines.annotated(new PluginPackCommand(terminal)))
                .addSubcommand(CommandLines.annotated(new PluginInstallCommand(terminal, folders)))
                .addSubcommand("list", CommandLines.annotated(new PluginsCommand(terminal, folders)))
                .addSubcommand(CommandLines.annotated(new PluginRemoveCommand(terminal, folders)));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(terminal.out());
        return 0;
    }
}
