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
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadenza compose}: a clip as a MIDI file, and a look at it. */
@Command(name = "compose", description = "Compose a MIDI clip.", mixinStandardHelpOptions = true)
final class ComposeCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final StudioFolders folders;

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE",
            defaultValue = "chorales",
            description = "The model (default: ${DEFAULT-VALUE}).")
    private String model;

    @Option(
            names = "--bars",
            paramLabel = "N",
            defaultValue = "8",
            description = "Just so many full bars (default: ${DEFAULT-VALUE}).")
    private int bars;

    @ArgGroup(validate = false, heading = "%nWhat the clip must hold:%n")
    private ControlOptions control = new ControlOptions();

    @Option(
            names = "--max-copy",
            paramLabel = "N",
            description = "At most N notes in a row, a chord counting as one, that are in the training music.")
    private Integer maxCopy;

    @Option(
            names = "--midi-type",
            paramLabel = "0|1",
            defaultValue = "1",
            description = "1: a track for each part; 0: all in one track (default: ${DEFAULT-VALUE}).")
    private int midiType;

    @Mixin
    private SamplingOptions sampling;

    @Mixin
    private OutputOptions output;

    ComposeCommand(Terminal terminal, StudioFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public Integer call() {
        sampling.check();
        output.check();
        control.controls(Structure.NONE); // a mistake is told before the model is opened
        Optional<Prime> prime = control.prime();
        MidiFileType type = MidiFileType.of(midiType);
        try (Studio studio = new Studio(folders);
                OpenedModel opened = studio.open(model)) {
            Controls controls = control.controls(opened.recommendedStructure());
            Request.Compose request =
                    new Request.Compose(bars, controls, prime, sampling.over(opened), output.firstSeed());
            CopyReport copies = new CopyReport(terminal, studio, opened, Optional.ofNullable(maxCopy));
            for (List<Long> seeds : output.seeds(studio.together())) {
                List<Optional<Clip>> clips =
                        copies.compose(seeds.stream().map(request::withSeed).toList());
                for (int i = 0; i < clips.size(); i++) {
                    Path file = output.file("clip-" + seeds.get(i) + ".mid");
                    clips.get(i).ifPresent(clip -> save(clip, type, file, opened.name()));
                }
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
    }
}
