package cadenza.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The launcher of a distribution.
 *
 * @param distribution its folder
 */
record Launcher(Path distribution) {
    /** The command line that runs Cadenza with these arguments. */
    List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        String name = File.separatorChar == '\\' ? "cadenza.cmd" : "cadenza";
        command.add(distribution.resolve("bin").resolve(name).toString());
        command.addAll(arguments);
        return command;
    }
}
