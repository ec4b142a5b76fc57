package cadenza.cli;

import cadenza.host.MidiSource;
import cadenza.host.OpenedModel;
import cadenza.host.Request;
import cadenza.host.RewrittenClip;
import cadenza.host.SamplerListeners;
import cadenza.host.Studio;
import cadenza.host.StudioFolders;
import cadenza.host.control.Structure;
import cadenza.host.music.PianoRoll;
import cadenza.host.novelty.Novelty;
import cadenza.host.sampling.SamplerSettings;
import cadenza.host.storage.AtomicFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code cadenza fill}, {@code harmonise} and {@code vary}: a part of a MIDI file made anew, and a look at it. */
final class RewritingCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final StudioFolders folders;
    private final TaskOptions task;
    private final PositionalParamSpec file = PositionalParamSpec.builder()
            .paramLabel("FILE")
            .description("A MIDI file.")
            .type(Path.class)
            .arity("1")
            .index("0")
            .required(true)
            .build();
    private final RewritingOptions rewriting = new RewritingOptions();
    private final SamplingOptions sampling = new SamplingOptions();
    private final OutputOptions output = new OutputOptions();
    private final DeadlineOption deadline = new DeadlineOption();

    private RewritingCommand(Terminal terminal, StudioFolders folders, TaskOptions task) {
        this.terminal = terminal;
        this.folders = folders;
        this.task = task;
    }

    /** {@code cadenza fill}. */
    static CommandLine fill(Terminal terminal, StudioFolders folders) {
        return line(
                new RewritingCommand(terminal, folders, new FillOptions()),
                "fill",
                "Redo bars of a MIDI file to fit what is around them; all else in the file stays as it is.");
    }

    /** {@code cadenza harmonise}. */
    static CommandLine harmonise(Terminal terminal, StudioFolders folders) {
        return line(
                new RewritingCommand(terminal, folders, new HarmoniseOptions()),
                "harmonise",
                "Add voices to a melody, a track for each; the melody stays as it is.");
    }

    /** {@code cadenza vary}. */
    static CommandLine vary(Terminal terminal, StudioFolders folders) {
        return line(
                new RewritingCommand(terminal, folders, new VaryOptions()),
                "vary",
                "Redo notes here and there in a MIDI file; all else in it stays as it is.");
    }

    private static CommandLine line(RewritingCommand command, String name, String description) {
        CommandSpec spec = CommandLines.plain(command, name, description);
        spec.addPositional(command.file);
        for (OptionGroup group :
                List.of(command.task, command.rewriting, command.sampling, command.output, command.deadline)) {
            group.addTo(spec);
        }
        return CommandLines.withHelp(spec);
    }

    @Override
    public Integer call() {
        sampling.check();
        output.check();
        Path path = file.getValue();
        MidiSource source = MidiSource.read(path, rewriting.quantise());
        Request.Rewrite request = new Request.Rewrite(
                source,
                task.task(),
                rewriting.controls(Structure.NONE),
                rewriting.passes(),
                SamplerSettings.PLAIN,
                output.firstSeed());
        try (Studio studio = new Studio(folders, SamplerListeners.NONE, deadline.deadlines());
                OpenedModel opened = studio.open(rewriting.model())) {
            rewriting.checkPasses(opened);
            request = request.with(rewriting.controls(opened.recommendedStructure()), sampling.withoutMemory(opened));
            List<Novelty> novelties = new ArrayList<>();
            for (List<Long> seeds : output.seeds(1)) {
                Request.Rewrite one = request.withSeed(seeds.get(0));
                RewrittenClip clip = studio.rewrite(opened, one);
                if (one.seed() == output.firstSeed()) {
                    clip.lines().forEach(line -> terminal.err().println("cadenza: " + line));
                }
                copied(opened, clip).ifPresent(novelties::add);
                save(clip, output.file(RewrittenLine.fileName(one)), opened.name());
            }
            sayCopied(novelties);
        }
        return 0;
    }

    /** What of the new notes is in the training music; empty if the model keeps no fingerprint of it. */
    private static Optional<Novelty> copied(OpenedModel opened, RewrittenClip clip) {
        return opened.musicFingerprint().map(training -> Novelty.of(clip.score(), training, clip::isNew));
    }

    private void sayCopied(List<Novelty> novelties) {
        if (!novelties.isEmpty()) {
            int longest =
                    novelties.stream().mapToInt(Novelty::longestLength).max().orElseThrow();
            double share =
                    novelties.stream().mapToDouble(Novelty::share).average().orElseThrow();
            terminal.out().println("copied: " + Novelty.inWords(longest, share));
        }
    }

    private void save(RewrittenClip clip, Path target, String model) {
        AtomicFile.write(target, clip.midi());
        if (output.count() == 1) {
            terminal.out().print(new PianoRoll(terminal.ascii()).draw(clip.score(), terminal.columns()));
        }
        terminal.out().println(RewrittenLine.of(target, clip, model));
    }
}
