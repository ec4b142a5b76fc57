package cadenza.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Options that belong together. */
interface OptionGroup {
    /** The options, in the order of the help. */
    List<CommandOption<?>> options();

    /** Gives them to a command. */
    default void addTo(CommandSpec command) {
        options().forEach(option -> command.addOption(option.spec()));
    }
}
