package cadenza.cli;

import cadenza.api.UserException;
import cadenza.cli.Manner.Outcome;
import cadenza.host.OpenedModel;
import cadenza.host.Request;
import cadenza.host.SamplerListeners;
import cadenza.host.Studio;
import cadenza.host.StudioFolders;
import cadenza.host.novelty.TextFingerprint;
import cadenza.host.picking.PickedText;
import cadenza.host.writing.Bans;
import cadenza.host.writing.Extent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cadenza write}: text, to stdout as it is written, or to files with their recipes beside them. */
final class WriteCommand implements Callable<Integer> {
    private static final String MODEL = "shakespeare";
    private static final int INTERRUPTED = 130;

    private final Terminal terminal;
    private final StudioFolders folders;

    private final CommandOption<String> model =
            CommandOption.text("--model", "NAME|FILE", "The model (default: " + MODEL + ").");
    private final CommandOption<String> prime = CommandOption.text("--prime", "TEXT", "Text to begin with.");
    private final CommandOption<Boolean> markCopied = CommandOption.flag(
            "--mark-copied", "Underline in the terminal what is copied: runs of over 30 characters of training text.");
    private final CommandOption<Boolean> pick = CommandOption.flag(
            "--pick", "Choose each word yourself, by key, among the five likeliest; u takes one back, q ends.");
    private final GapOptions gap = new GapOptions();
    private final ShapeOptions shape = new ShapeOptions();
    private final JudgeOptions judge = new JudgeOptions();
    private final SweepOption sweep = new SweepOption();
    private final SamplingOptions sampling = new SamplingOptions();
    private final OutputOptions output = new OutputOptions();
    private final DeadlineOption deadline = new DeadlineOption();
    private final ExplainOption explain;

    private WriteCommand(Terminal terminal, StudioFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
        explain = new ExplainOption(terminal);
    }

    static CommandLine line(Terminal terminal, StudioFolders folders) {
        WriteCommand command = new WriteCommand(terminal, folders);
        CommandSpec spec = CommandLines.plain(command, "write", "Write text.");
        OptionGroup own = () -> List.of(command.model, command.prime);
        OptionGroup ways = () -> List.of(command.markCopied, command.pick);
        for (OptionGroup group : List.of(
                own,
                command.gap,
                command.shape,
                command.judge,
                ways,
                command.sweep,
                command.sampling,
                command.output,
                command.explain,
                command.deadline)) {
            group.addTo(spec);
        }
        return CommandLines.withHelp(spec);
    }

    @Override
    public Integer call() {
        sampling.check();
        output.check();
        judge.check();
        checkTogether();
        if (gap.given()) {
            return fillGap();
        }
        Extent extent = shape.extent(); // a mistake is told before the model is opened
        Bans bans = shape.bans();
        try (Studio studio = new Studio(folders, explain, deadline.deadlines());
                OpenedModel opened = studio.open(model.or(MODEL));
                Interruption interruption = new Interruption()) {
            if (pick.or(false)) {
                return pick(studio, opened);
            }
            judge.check(opened);
            Request.Write request =
                    new Request.Write(prime.or(""), extent, bans, sampling.over(opened), output.firstSeed());
            Manner once = new WrittenAtOnce(studio, opened, interruption);
            Manner manner = judge.given() ? new WrittenUntilRight(terminal, judge, once, interruption) : once;
            WrittenTexts texts = new WrittenTexts(terminal, opened);
            if (output.given()) {
                for (List<Long> seeds : output.seeds(studio.together())) {
                    if (!interruption.getAsBoolean()) {
                        save(manner, requests(seeds, request), opened, texts);
                    }
                }
            } else if (sweep.given()) {
                sweep(manner, requests(List.of(request.seed()), request), texts);
            } else {
                show(manner, request, opened, texts);
            }
            texts.end();
            return interruption.getAsBoolean() ? INTERRUPTED : 0;
        }
    }

    private int fillGap() {
        Request.FillGap request = gap.request(output.firstSeed()); // a mistake is told before the model is opened
        try (Studio studio = new Studio(folders, SamplerListeners.NONE, deadline.deadlines());
                OpenedModel opened = studio.open(model.or(MODEL))) {
            new FilledGaps(terminal, studio, opened, output).write(request.withSampler(sampling.withoutMemory(opened)));
        }
        return 0;
    }

    private void checkTogether() {
        if (gap.given()) {
            gap.refuse(List.of(() -> List.of(prime, markCopied, pick), shape, judge, sweep, explain));
        }
        if (markCopied.or(false) && (output.given() || !terminal.outInteractive() || sweep.given())) {
            throw new UserException("--mark-copied underlines in a terminal, and the text goes "
                    + (output.given() ? "to a file" : sweep.given() ? "into columns" : "elsewhere")
                    + "; leave it out, and see 'cadenza novelty'");
        }
        if (sweep.given() && (sampling.temperatureGiven() || explain.given())) {
            throw new UserException("--sweep does not go with " + (explain.given() ? "--explain" : "--temperature")
                    + "; leave one of them out");
        }
        if (pick.or(false)) {
            Stream.of(shape, judge, sweep, sampling, output, explain)
                    .flatMap(group -> group.options().stream())
                    .filter(option -> option.given().isPresent())
                    .findFirst()
                    .ifPresent(option -> refuseWithPick(option.name()));
            if (markCopied.or(false)) {
                refuseWithPick(markCopied.name());
            }
        }
    }

    private static void refuseWithPick(String option) {
        throw new UserException("--pick leaves each word to you, and shows the text on stdout; " + option
                + " does not go with it, only --model and --prime do");
    }

    /** One for each seed, and of a sweep one for each temperature. */
    private List<Request.Write> requests(List<Long> seeds, Request.Write request) {
        List<Request.Write> requests = new ArrayList<>();
        for (long seed : seeds) {
            Request.Write seeded = request.withSeed(seed);
            if (sweep.given()) {
                sweep.temperatures()
                        .forEach(temperature ->
                                requests.add(seeded.withSampler(seeded.sampler().withTemperature(temperature))));
            } else {
                requests.add(seeded);
            }
        }
        return requests;
    }

    private void show(Manner manner, Request.Write request, OpenedModel opened, WrittenTexts texts) {
        explain.tellAtOnce();
        // Between the lines of an explanation no one could read text as it comes.
        PageStream stream = new PageStream(terminal, terminal.outInteractive() && !explain.given());
        Optional<MarkedPage> marked = markCopied.or(false)
                ? Optional.of(new MarkedPage(fingerprint(opened), request.prime(), stream))
                : Optional.empty();
        Consumer<String> page = marked.isPresent() ? marked.get() : stream;
        List<Outcome> outcomes = manner.write(List.of(request), List.of(page));
        marked.ifPresent(MarkedPage::finish);
        stream.finish();
        Outcome outcome = outcomes.get(0);
        if (outcome.written()) {
            terminal.err()
                    .println("cadenza: model " + opened.name() + ", seed "
                            + outcome.recipe().request().seed());
        }
        texts.add(outcomes);
    }

    private static TextFingerprint fingerprint(OpenedModel opened) {
        return opened.textFingerprint()
                .orElseThrow(() -> new UserException("--mark-copied has nothing to go by: model '" + opened.name()
                        + "' keeps no fingerprint of its training text; train it again, or leave it out"));
    }

    private void sweep(Manner manner, List<Request.Write> requests, WrittenTexts texts) {
        List<StringBuilder> pages =
                requests.stream().map(request -> new StringBuilder()).toList();
        List<Outcome> outcomes = manner.write(
                requests,
                pages.stream().<Consumer<String>>map(page -> page::append).toList());
        List<String> headlines = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            headlines.add("temperature " + requests.get(i).sampler().temperature() + ", seed "
                    + outcomes.get(i).recipe().request().seed());
        }
        terminal.out()
                .print(new SideBySide(terminal.columns())
                        .of(
                                headlines,
                                pages.stream().map(StringBuilder::toString).toList()));
        terminal.checkOut();
        texts.add(outcomes);
    }

    private void save(Manner manner, List<Request.Write> requests, OpenedModel opened, WrittenTexts texts) {
        List<PageFile> pages = new ArrayList<>();
        try {
            for (Request.Write request : requests) {
                pages.add(PageFile.keptWhenInterrupted(output.file(name(request))));
            }
            List<Outcome> outcomes = manner.write(requests, List.copyOf(pages));
            for (int i = 0; i < pages.size(); i++) {
                if (outcomes.get(i).written()) {
                    commit(pages.get(i), outcomes.get(i), opened);
                }
            }
            texts.add(outcomes);
        } finally {
            closeAll(pages);
        }
    }

    private String name(Request.Write request) {
        return "text-" + request.seed()
                + (sweep.given() ? "-t" + request.sampler().temperature() : "") + ".txt";
    }

    private void commit(PageFile page, Outcome outcome, OpenedModel opened) {
        long seed = outcome.recipe().request().seed();
        page.commit(outcome.recipe());
        terminal.err().println("cadenza: wrote " + page.file() + "; model " + opened.name() + ", seed " + seed);
        explain.save(page.file(), seed);
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

    private int pick(Studio studio, OpenedModel opened) {
        PickedText text = studio.pick(opened, prime.or(""));
        try (RawTerminal keys = RawTerminal.ofProcess()) {
            if (!keys.hasKeys() || !terminal.errInteractive()) {
                throw new UserException(
                        "--pick asks for keys, and there is no terminal to press them in; leave it out");
            }
            var reader = keys.keys(false);
            new PickDialogue(terminal, reader::read).run(text);
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be asked for keys", e);
        }
        terminal.out().println(text.text());
        terminal.checkOut();
        return 0;
    }
}
