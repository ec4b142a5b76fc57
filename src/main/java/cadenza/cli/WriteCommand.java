package cadenza.cli;

import cadenza.host.OpenedModel;
import cadenza.host.Page;
import cadenza.host.Recipe;
import cadenza.host.Request;
import cadenza.host.Studio;
import cadenza.host.StudioFolders;
import cadenza.host.storage.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadenza write}: text, to stdout as it is written, or to files with their recipes beside them. */
@Command(name = "write", description = "Write text.", mixinStandardHelpOptions = true)
final class WriteCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final StudioFolders folders;

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE",
            defaultValue = "shakespeare",
            description = "The model (default: ${DEFAULT-VALUE}).")
    private String model;

    @Option(names = "--prime", paramLabel = "TEXT", defaultValue = "", description = "Text to begin with.")
    private String prime;

    @Option(
            names = "--length",
            paramLabel = "CHARS",
            defaultValue = "400",
            description = "Characters after the prime (default: ${DEFAULT-VALUE}).")
    private int length;

    @Mixin
    private SamplingOptions sampling;

    @Mixin
    private OutputOptions output;

    WriteCommand(Terminal terminal, StudioFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public Integer call() {
        sampling.check();
        output.check();
        try (Studio studio = new Studio(folders);
                OpenedModel opened = studio.open(model)) {
            Request.Write request = new Request.Write(prime, length, sampling.over(opened), output.firstSeed());
            if (!output.given()) {
                PageStream stream = new PageStream(terminal);
                studio.write(opened, request, stream);
                stream.finish();
                terminal.err().println("cadenza: model " + opened.name() + ", seed " + request.seed());
                return 0;
            }
            for (int i = 0; i < output.count(); i++) {
                long seed = output.firstSeed() + i;
                Page page = studio.write(opened, request.withSeed(seed), silence());
                Path file = output.file("text-" + seed + ".txt");
                save(file, page);
                terminal.err().println("cadenza: wrote " + file + "; model " + opened.name() + ", seed " + seed);
            }
        }
        return 0;
    }

    private static Consumer<String> silence() {
        return text -> {};
    }

    /** The recipe first: a text without its recipe could not be replayed. */
    static void save(Path file, Page page) {
        AtomicFile.check(file);
        Path recipe = file.resolveSibling(file.getFileName() + Recipe.TEXT_ENDING);
        AtomicFile.write(recipe, page.recipe().toPrettyJson().getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(file, page.text().content().getBytes(StandardCharsets.UTF_8));
    }
}
