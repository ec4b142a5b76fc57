package cadenza.cli;

import cadenza.host.Clip;
import cadenza.host.OpenedModel;
import cadenza.host.Request;
import cadenza.host.Studio;
import cadenza.host.StudioFolders;
import cadenza.host.control.Controls;
import cadenza.host.control.Prime;
import cadenza.host.control.Structure;
import cadenza.host.music.MidiFileType;
import cadenza.host.music.PianoRoll;
import cadenza.host.storage.AtomicFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cadenza compose}: a clip as a MIDI file, and a look at it. */
final class ComposeCommand implements Callable<Integer> {
    private static final String MODEL = "chorales";
    private static final int BARS = 8;
    private static final int MIDI_TYPE = 1;

    private final Terminal terminal;
    private final StudioFolders folders;

    private final CommandOption<String> model =
            CommandOption.text("--model", "NAME|FILE", "The model (default: " + MODEL + ").");
    private final CommandOption<Integer> bars =
            CommandOption.whole("--bars", "N", "Just so many full bars (default: " + BARS + ").");
    private final CommandOption<Integer> maxCopy = CommandOption.whole(
            "--max-copy", "N", "At most N notes in a row, a chord counting as one, that are in the training music.");
    private final CommandOption<Integer> midiType = CommandOption.whole(
            "--midi-type", "0|1", "1: a track for each part; 0: all in one track (default: " + MIDI_TYPE + ").");
    private final ControlOptions control = new ControlOptions();
    private final SamplingOptions sampling = new SamplingOptions();
    private final OutputOptions output = new OutputOptions();
    private final DeadlineOption deadline = new DeadlineOption();
    private final ExplainOption explain;

    private ComposeCommand(Terminal terminal, StudioFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
        explain = new ExplainOption(terminal);
    }

    static CommandLine line(Terminal terminal, StudioFolders folders) {
        ComposeCommand command = new ComposeCommand(terminal, folders);
        CommandSpec spec = CommandLines.plain(command, "compose", "Compose a MIDI clip.");
        OptionGroup own = () -> List.of(command.model, command.bars, command.maxCopy, command.midiType);
        for (OptionGroup group :
                List.of(own, command.sampling, command.output, command.explain, command.deadline, command.control)) {
            group.addTo(spec);
        }
        return CommandLines.withHelp(spec);
    }

    @Override
    public Integer call() {
        sampling.check();
        output.check();
        control.controls(Structure.NONE); // a mistake is told before the model is opened
        Optional<Prime> prime = control.prime();
        MidiFileType type = MidiFileType.of(midiType.or(MIDI_TYPE));
        try (Studio studio = new Studio(folders, explain, deadline.deadlines());
                OpenedModel opened = studio.open(model.or(MODEL))) {
            Controls controls = control.controls(opened.recommendedStructure());
            Request.Compose request =
                    new Request.Compose(bars.or(BARS), controls, prime, sampling.over(opened), output.firstSeed());
            CopyReport copies = new CopyReport(terminal, studio, opened, maxCopy.given());
            for (List<Long> seeds : output.seeds(studio.together())) {
                List<Optional<Clip>> clips =
                        copies.compose(seeds.stream().map(request::withSeed).toList());
                for (int i = 0; i < clips.size(); i++) {
                    Path file = output.file("clip-" + seeds.get(i) + ".mid");
                    clips.get(i).ifPresent(clip -> save(clip, type, file, opened.name()));
                }
                explain.forget();
            }
            copies.end();
        }
        return 0;
    }

    private void save(Clip clip, MidiFileType type, Path file, String model) {
        AtomicFile.write(file, clip.midi(type));
        if (output.count() == 1) {
            terminal.out().print(new PianoRoll(terminal.ascii()).draw(clip.score(), terminal.columns()));
        }
        terminal.out().println(ClipLine.of(file, clip, model));
        explain.save(file, clip.recipe().request().seed());
    }
}
