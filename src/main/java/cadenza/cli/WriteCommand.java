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
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cadenza write}: text, to stdout as it is written, or to files with their recipes beside them. */
final class WriteCommand implements Callable<Integer> {
    private static final String MODEL = "shakespeare";
    private static final int LENGTH = 400;

    private final Terminal terminal;
    private final StudioFolders folders;

    private final CommandOption<String> model =
            CommandOption.text("--model", "NAME|FILE", "The model (default: " + MODEL + ").");
    private final CommandOption<String> prime = CommandOption.text("--prime", "TEXT", "Text to begin with.");
    private final CommandOption<Integer> length =
            CommandOption.whole("--length", "CHARS", "Characters after the prime (default: " + LENGTH + ").");
    private final SamplingOptions sampling = new SamplingOptions();
    private final OutputOptions output = new OutputOptions();
    private final ExplainOption explain;

    private WriteCommand(Terminal terminal, StudioFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
        explain = new ExplainOption(terminal);
    }

    static CommandLine line(Terminal terminal, StudioFolders folders) {
        WriteCommand command = new WriteCommand(terminal, folders);
        CommandSpec spec = CommandLines.plain(command, "write", "Write text.");
        OptionGroup own = () -> List.of(command.model, command.prime, command.length);
        for (OptionGroup group : List.of(own, command.sampling, command.output, command.explain)) {
            group.addTo(spec);
        }
        return CommandLines.withHelp(spec);
    }

    @Override
    public Integer call() {
        sampling.check();
        output.check();
        try (Studio studio = new Studio(folders, explain);
                OpenedModel opened = studio.open(model.or(MODEL))) {
            Request.Write request =
                    new Request.Write(prime.or(""), length.or(LENGTH), sampling.over(opened), output.firstSeed());
            if (!output.given()) {
                explain.tellAtOnce();
                // Between the lines of an explanation no one could read text as it comes.
                PageStream stream = new PageStream(terminal, terminal.outInteractive() && !explain.given());
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
                explain.save(pages.get(i).file(), requests.get(i).seed());
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
