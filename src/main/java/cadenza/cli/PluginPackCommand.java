package cadenza.cli;

import cadenza.host.installation.PluginPackage;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadenza plugin pack}: a compiled project as the file that is given away. */
@Command(
        name = "pack",
        description = {
            "Pack DIR/target/classes as a jar; with jars in DIR/target/lib, a zip of both.",
            "The same content gives the same bytes."
        },
        mixinStandardHelpOptions = true)
final class PluginPackCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "The project of a plugin; compile it first.")
    private Path project;

    PluginPackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().println("packed " + new PluginPackage(project).write());
        return 0;
    }
}
