package cadenza.cli;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.Document;
import cadenza.api.document.Medium;
import cadenza.host.MaskedEvaluation;
import cadenza.host.OpenedModel;
import cadenza.host.SamplerListeners;
import cadenza.host.Studio;
import cadenza.host.StudioFolders;
import cadenza.host.corpus.CorpusReader;
import cadenza.host.storage.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadenza evaluate}: how well a model predicts documents, and how what it composes stands beside real music. */
@Command(
        name = "evaluate",
        description = "Measure how well a model predicts documents; with --samples or --clips, how music stands beside"
                + " other music.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer>, OptionedCommand {
    private final Terminal terminal;
    private final StudioFolders folders;

    @Parameters(index = "0", arity = "0..1", paramLabel = "MODEL", description = "Name or file of a model.")
    private String model;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "PATH", description = "Files and folders to be predicted.")
    private List<Path> paths = List.of();

    @Option(names = "--json", description = "One JSON object on stdout.")
    private boolean json;

    @Option(
            names = "--part",
            paramLabel = "NAME",
            description = "Of .json.gz sets measure this part: train, valid or test (default: test, else valid).")
    private String part;

    @Mixin
    private QuantiseOption quantise;

    @Mixin
    private SampleComparison comparison;

    private final DeadlineOption deadline = new DeadlineOption();

    EvaluateCommand(Terminal terminal, StudioFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public List<OptionGroup> groups() {
        return List.of(comparison.sampling(), deadline);
    }

    @Override
    public Integer call() {
        if (comparison.asked()) {
            if (!paths.isEmpty()) {
                throw new UserException(
                        "'" + paths.get(0) + "' is given to be predicted, which --samples and --clips do"
                                + " not do; give files to set them beside with --against");
            }
            if (part != null) {
                throw new UserException(
                        "--part " + part + " names a part of a .json.gz set to be predicted; it does not"
                                + " go with --samples and --clips");
            }
            quantise.check(Medium.MUSIC);
            comparison.run(terminal, folders, deadline.deadlines(), model, quantise, json);
            quantise.report(terminal.err());
            return 0;
        }
        if (paths.isEmpty()) {
            throw new UserException("there is nothing to measure; give a model and files, 'cadenza evaluate MODEL"
                    + " PATH', or see 'cadenza evaluate --help'");
        }
        try (Studio studio = new Studio(folders, SamplerListeners.NONE, deadline.deadlines());
                OpenedModel opened = studio.open(model)) {
            Medium medium = opened.generator().info().medium();
            quantise.check(medium);
            CorpusReader reader = new CorpusReader(medium, quantise);
            CorpusReader.Reading reading = part == null ? reader.read(paths) : reader.readPart(paths, part);
            quantise.report(terminal.err());
            reading.leftOut().forEach(left -> sayLeftOut(left.title(), left.reason()));
            Settings figures = measure(studio, opened, reading.documents());
            if (json) {
                terminal.out().println(Json.write(figures));
            } else {
                figures.names().forEach(name -> terminal.out().println(name + ": " + figures.value(name)));
            }
        }
        return 0;
    }

    private Settings measure(Studio studio, OpenedModel opened, List<Document> documents) {
        BiConsumer<Document, String> leftOut = (document, reason) -> sayLeftOut(document.title(), reason);
        if (opened.model().improvises()) {
            return studio.evaluate(opened, documents, leftOut).toSettings();
        }
        MaskedEvaluation evaluation = studio.evaluateMasked(opened, documents, leftOut);
        terminal.err().println("cadenza: " + evaluation.method());
        return evaluation.toSettings();
    }

    private void sayLeftOut(String title, String reason) {
        terminal.err().println("cadenza: left out " + title + ": " + reason);
    }
}
