package cadenza.cli;

import cadenza.api.UserException;
import cadenza.host.StudioFolders;
import cadenza.host.installation.InstalledPlugin;
import cadenza.host.installation.PluginInstaller;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadenza plugin install}: a plugin from a file or from an index; nothing is asked. */
@Command(
        name = "install",
        description = {
            "Install a plugin. It is code that runs with your rights: install only what you trust.",
            "A plugin of the same id and another version is replaced."
        },
        mixinStandardHelpOptions = true)
final class PluginInstallCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final StudioFolders folders;

    @Parameters(
            paramLabel = "FILE|ID",
            description =
                    "A jar or zip; or, with an index, the id of a plugin, whose newest release that fits is taken.")
    private String plugin;

    @Option(
            names = "--index",
            paramLabel = "FILE|URL",
            defaultValue = "${env:CADENZA_PLUGIN_INDEX}",
            description = "Where the index of plugins is: a file or an https: address"
                    + " (default: what the environment variable CADENZA_PLUGIN_INDEX says).")
    private String index;

    PluginInstallCommand(Terminal terminal, StudioFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public Integer call() {
        terminal.err().println("a plugin is code that runs with your rights; install only what you trust");
        PluginInstaller installer = folders.installer();
        boolean file = plugin.endsWith(".jar")
                || plugin.endsWith(".zip")
                || plugin.contains("/")
                || Files.isRegularFile(Path.of(plugin));
        print(file ? installer.install(Path.of(plugin)) : installer.install(plugin, address()));
        return 0;
    }

    private URI address() {
        if (index == null || index.isEmpty()) {
            throw new UserException("'" + plugin + "' is no file; to install it by its id, give --index FILE or"
                    + " --index https://...");
        }
        if (!index.matches("(?i)[a-z][a-z0-9+.-]+:.*")) {
            return Path.of(index).toAbsolutePath().normalize().toUri();
        }
        try {
            return URI.create(index);
        } catch (IllegalArgumentException e) {
            throw new UserException("--index '" + index + "' is no address; give a file or an https: address", e);
        }
    }

    private void print(InstalledPlugin installed) {
        String name = installed.id() + " " + installed.version();
        if (installed.already()) {
            terminal.out()
                    .println(name + " is installed already; to put another file of that version in its place,"
                            + " remove it first: cadenza plugin remove " + installed.id());
            return;
        }
        terminal.out()
                .println("installed " + name
                        + installed
                                .replaced()
                                .map(old -> ", in place of " + old)
                                .orElse(""));
        terminal.out()
                .println("  publisher   "
                        + (installed.provider().isEmpty()
                                ? "not stated"
                                : installed.provider() + " (as it says; not checked)"));
        terminal.out().println("  SHA-512     " + installed.sha512());
        terminal.out().println("  generators  " + String.join(", ", installed.generators()));
        terminal.out()
                .println("  requires    "
                        + (installed.requires().equals("*") ? "any API" : "API " + installed.requires()));
    }
}
