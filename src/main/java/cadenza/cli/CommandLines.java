package cadenza.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Command lines of commands; those without annotations are made in milliseconds ({@link CommandOption}). */
final class CommandLines {
    private CommandLines() {}

    /** The specification of a command without annotations; its options are still to be added. */
    static CommandSpec plain(Callable<Integer> command, String name, String description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
        spec.usageMessage().description(description);
        return spec;
    }

    /** Adds {@code --help} and {@code --version}, in picocli's own words. @return the command line */
    static CommandLine withHelp(CommandSpec spec) {
        spec.versionProvider(new Main.Version());
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .arity("0")
                .type(boolean.class)
                .description("Show this help message and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .arity("0")
                .type(boolean.class)
                .description("Print version information and exit.")
                .build());
        return new CommandLine(spec);
    }

    /** A command with annotations. */
    static CommandLine annotated(Object command) {
        CommandLine line = new CommandLine(command);
        if (command instanceof OptionedCommand optioned) {
            optioned.groups().forEach(group -> group.addTo(line.getCommandSpec()));
        }
        return line;
    }
}
