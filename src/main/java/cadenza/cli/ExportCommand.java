package cadenza.cli;

import cadenza.api.UserException;
import cadenza.api.document.Score;
import cadenza.host.music.MidiReader;
import cadenza.host.notation.AbcWriter;
import cadenza.host.notation.MusicXmlWriter;
import cadenza.host.notation.Notation;
import cadenza.host.storage.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadenza export}: a MIDI file in other forms. */
@Command(
        name = "export",
        description = "Export a MIDI file to notation programs, or as sound.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A MIDI file.")
    private Path file;

    @Option(
            names = "--musicxml",
            paramLabel = "OUT.musicxml",
            description = "Write MusicXML 4.0, on a grid of sixteenths.")
    private Path musicXml;

    @Option(names = "--abc", paramLabel = "OUT.abc", description = "Write ABC 2.1, on a grid of sixteenths.")
    private Path abc;

    @Mixin
    private WaveOptions wave;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (musicXml == null && abc == null && !wave.given()) {
            throw new UserException("nothing to export to; say --musicxml, --abc or --wav with a file name");
        }
        wave.check();
        Score score = new MidiReader().read(file);
        if (musicXml != null || abc != null) {
            notate(Notation.of(score.withTitle(title())), score.noteCount());
        }
        if (wave.given()) {
            terminal.out().println(wave.write(score));
        }
        return 0;
    }

    /** The file's name without its ending. */
    private String title() {
        return file.getFileName().toString().replaceFirst("\\.[Mm][Ii][Dd][Ii]?$", "");
    }

    private void notate(Notation notation, int notes) {
        if (musicXml != null) {
            AtomicFile.write(musicXml, new MusicXmlWriter().write(notation));
            say(musicXml, notation);
        }
        if (abc != null) {
            AtomicFile.write(abc, new AbcWriter().write(notation).getBytes(StandardCharsets.UTF_8));
            say(abc, notation);
        }
        if (notation.movedNotes() > 0) {
            terminal.err()
                    .println("cadenza: " + notation.movedNotes() + " of " + notes
                            + " notes were moved to the grid"
                            + (notation.lostNotes() == 0
                                    ? ""
                                    : ", where " + notation.lostNotes()
                                            + " fell together with another and were left out"));
        }
    }

    private void say(Path out, Notation notation) {
        terminal.out()
                .println(out + ": " + notation.bars().size() + " bars, "
                        + notation.parts().size() + " parts");
    }
}
