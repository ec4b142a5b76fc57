package cadenza.cli;

import cadenza.host.music.MidiPlayer;
import cadenza.host.music.MidiReader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadenza play}: a MIDI file on the default sound device. */
@Command(name = "play", description = "Play a MIDI file.", mixinStandardHelpOptions = true)
final class PlayCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A MIDI file.")
    private Path file;

    PlayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        new MidiPlayer("open '" + file + "' in a player or DAW; 'cadenza compose --out FILE.mid' makes such files"
                        + " without one")
                .play(new MidiReader().read(file));
        terminal.out().println("played " + file);
        return 0;
    }
}
