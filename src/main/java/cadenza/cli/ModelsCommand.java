package cadenza.cli;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.host.OpenedModel;
import cadenza.host.Studio;
import cadenza.host.StudioFolders;
import cadenza.host.models.ModelFile;
import cadenza.host.models.ModelLibrary;
import cadenza.host.models.StoredModel;
import cadenza.host.storage.AtomicFile;
import cadenza.host.storage.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadenza models}: the models that are here, and what their cards say. */
@Command(name = "models", description = "List, show, import and remove models.", mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final StudioFolders folders;

    ModelsCommand(Terminal terminal, StudioFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public Integer call() {
        for (Map.Entry<String, Path> entry : library().all().entrySet()) {
            try {
                StoredModel stored = ModelFile.read(entry.getValue());
                Settings card = stored.card();
                String data = card.has("data") ? card.settings("data").text("title") : "";
                terminal.out().printf("%-20s %-14s %s%n", entry.getKey(), stored.generator(), data);
            } catch (UserException e) {
                terminal.out().printf("%-20s cannot be read: %s%n", entry.getKey(), e.getMessage());
            }
        }
        return 0;
    }

    private ModelLibrary library() {
        return folders.library();
    }

    @Command(name = "show", description = "Show a model's card.", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--json", description = "One JSON object on stdout.") boolean json) {
        Path file = library().find(name);
        StoredModel stored = ModelFile.read(file);
        long parameters = stored.contents().tensors().values().stream()
                .mapToLong(tensor -> tensor.values().length)
                .sum();
        Settings all = Settings.empty()
                .with("name", ModelLibrary.nameOf(file))
                .with("generator", stored.generator())
                .with("generatorVersion", stored.generatorVersion())
                .with("sha256", ModelFile.sha256(file))
                .with("bytes", size(file))
                .with("parameters", parameters)
                .with("vocabulary", stored.contents().vocabulary().size())
                .with("card", stored.card())
                .with("settings", stored.contents().settings());
        if (json) {
            terminal.out().println(Json.write(all));
        } else {
            print(all, "");
        }
        return 0;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UserException("'" + file + "' cannot be read: " + AtomicFile.reason(e), e);
        }
    }

    private void print(Settings settings, String indent) {
        for (String name : settings.names()) {
            if (settings.value(name) instanceof Settings inner) {
                terminal.out().println(indent + name + ":");
                print(inner, indent + "  ");
            } else {
                terminal.out().println(indent + name + ": " + settings.value(name));
            }
        }
    }

    @Command(name = "import", description = "Keep a model file under its name.", mixinStandardHelpOptions = true)
    int bringIn(@Parameters(paramLabel = "FILE") Path file) {
        String name = ModelLibrary.nameOf(file);
        ModelLibrary.checkName(name);
        // Opened once before it is kept: what cannot generate is not let in.
        try (Studio studio = new Studio(folders);
                OpenedModel opened = studio.open(file.toAbsolutePath().toString())) {
            opened.fingerprint();
            studio.models().keep(name, Files.readAllBytes(file));
            terminal.out()
                    .println("imported " + name + ", a model of "
                            + opened.generator().info().id());
        } catch (IOException e) {
            throw new UserException("'" + file + "' cannot be read: " + AtomicFile.reason(e), e);
        }
        return 0;
    }

    @Command(
            name = "halve",
            description = "Keep a copy of a model whose weights have 16 bits, in half the bytes.",
            mixinStandardHelpOptions = true)
    int halve(
            @Parameters(paramLabel = "NAME") String nameOrFile,
            @Option(names = "--name", paramLabel = "NAME", description = "The copy's name (default: NAME-16).")
                    String given) {
        Path file = library().find(nameOrFile);
        String name = given == null ? ModelLibrary.nameOf(file) + "-16" : given;
        ModelLibrary.checkName(name);
        long before = size(file);
        Path halved = library().keep(name, ModelFile.halved(file));
        terminal.out().printf(Locale.ROOT, "halved to %s: %,d bytes, of %,d%n", name, size(halved), before);
        return 0;
    }

    @Command(name = "remove", description = "Remove a model.", mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "NAME") String name) {
        library().remove(name);
        terminal.out().println("removed " + name);
        return 0;
    }
}
