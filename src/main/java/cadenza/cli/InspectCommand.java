package cadenza.cli;

import cadenza.api.UserException;
import cadenza.api.document.Medium;
import cadenza.api.document.Score;
import cadenza.host.Recipe;
import cadenza.host.inspection.Inspection;
import cadenza.host.music.MidiReader;
import cadenza.host.music.MidiReading;
import cadenza.host.music.PianoRoll;
import cadenza.host.picture.PianoRollPicture;
import cadenza.host.storage.AtomicFile;
import cadenza.host.storage.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadenza inspect}: what is in MIDI files, in words, as a piano roll and as a picture. */
@Command(
        name = "inspect",
        description =
                "Show what is in a MIDI file: tracks, bars, key, voice leading, what Cadenza leaves out, a piano roll.",
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "MIDI files.")
    private List<Path> files;

    @Option(names = "--json", description = "One JSON object for each file, a line each, on stdout.")
    private boolean json;

    @Option(names = "--png", paramLabel = "FILE", description = "Draw the piano roll as a PNG; of one file.")
    private Path png;

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw the piano roll as an SVG; of one file.")
    private Path svg;

    @Option(
            names = "--columns",
            paramLabel = "N",
            description = "How wide lines may be (default: as wide as the terminal, 100 in a file).")
    private Integer columns;

    @Mixin
    private QuantiseOption quantise;

    InspectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        check();
        boolean first = true;
        for (Path file : files) {
            MidiReading reading = new MidiReader().inspect(file, Recipe.MIDI_PREFIX);
            Score score = quantise.apply(reading.score());
            Inspection inspection = Inspection.of(reading, score);
            // Before the words, so that what cannot be written is refused before anything is shown.
            draw(score);
            if (json) {
                terminal.out().println(Json.write(InspectionJson.of(inspection)));
            } else {
                if (!first) {
                    terminal.out().println();
                }
                terminal.out().print(new InspectionPage(inspection, width(), terminal.ascii()));
                terminal.out().println();
                terminal.out().print(new PianoRoll(terminal.ascii()).draw(score, width()));
            }
            first = false;
        }
        quantise.report(terminal.err());
        return 0;
    }

    private void check() {
        quantise.check(Medium.MUSIC);
        if (columns != null && (columns < PianoRoll.LEAST_COLUMNS || columns > PianoRoll.MOST_COLUMNS)) {
            throw new UserException(
                    "--columns " + columns + " is not in " + PianoRoll.LEAST_COLUMNS + ".." + PianoRoll.MOST_COLUMNS);
        }
        if (files.size() > 1 && (png != null || svg != null)) {
            throw new UserException((png != null ? "--png" : "--svg") + " draws one file, and " + files.size()
                    + " are given; give one, or leave the picture out");
        }
        if (png != null) {
            AtomicFile.check(png);
        }
        if (svg != null) {
            AtomicFile.check(svg);
        }
    }

    private int width() {
        return columns == null ? terminal.columns() : columns;
    }

    private void draw(Score score) {
        if (svg != null) {
            AtomicFile.write(svg, new PianoRollPicture(score).svg());
            terminal.err().println("cadenza: drew " + svg);
        }
        if (png != null) {
            // No window is opened; without this a desktop shows the process as a program of its own.
            System.setProperty("java.awt.headless", "true");
            AtomicFile.write(png, new PianoRollPicture(score).png());
            terminal.err().println("cadenza: drew " + png);
        }
    }
}
