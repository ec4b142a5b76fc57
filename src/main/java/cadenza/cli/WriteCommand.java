package cadenza.cli;

import cadenza.api.UserException;
import cadenza.host.OpenedModel;
import cadenza.host.Recipe;
import cadenza.host.Request;
import cadenza.host.Studio;
import cadenza.host.StudioFolders;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
            for (List<Long> seeds : output.seeds(studio.together())) {
                write(studio, opened, seeds.stream().map(request::withSeed).toList());
            }
        }
        return 0;
    }

    private void write(Studio studio, OpenedModel opened, List<Request.Write> requests) {
        List<PageFile> pages = new ArrayList<>();
        try {
            for (Request.Write request : requests) {
                pages.add(new PageFile(output.file("text-" + request.seed() + ".txt")));
            }
            List<Recipe> recipes = studio.write(opened, requests, List.copyOf(pages));
            for (int i = 0; i < pages.size(); i++) {
                pages.get(i).commit(recipes.get(i));
                terminal.err()
                        .println("cadenza: wrote " + pages.get(i).file() + "; model " + opened.name() + ", seed "
                                + requests.get(i).seed());
            }
        } finally {
            closeAll(pages);
        }
    }

    /** Closes each, whatever becomes of the others. */
    private static void closeAll(List<PageFile> pages) {
        UserException fault = null;
        for (PageFile page : pages) {
            try {
                page.close();
            } catch (UserException e) {
                fault = e;
            }
        }
        if (fault != null) {
            throw fault;
        }
    }
}
