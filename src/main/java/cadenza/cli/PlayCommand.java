package cadenza.cli;

import cadenza.api.UserException;
import cadenza.api.document.Score;
import cadenza.host.music.MidiReader;
import cadenza.host.sound.MidiPlayer;
import cadenza.host.sound.MidiPorts;
import cadenza.host.sound.Playback;
import cadenza.host.sound.SoundDevice;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadenza play}: a MIDI file on a sound device or a MIDI port, or into a WAV file. */
@Command(
        name = "play",
        description = {
            "Play a MIDI file.",
            "In a terminal: space holds and goes on, the left and right arrow keys go a bar back and forward, q quits."
        },
        mixinStandardHelpOptions = true)
final class PlayCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A MIDI file.")
    private Path file;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "Where to, by the beginning of its name; 'cadenza devices' lists what is there"
                    + " (default: Java's synthesizer on the default sound output).")
    private String device;

    @Mixin
    private WaveOptions wave;

    PlayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (device != null && (wave.given() || wave.font().isPresent())) {
            throw new UserException("--device sends the notes to an instrument with sounds of its own;"
                    + " --wav and --soundfont are for Java's synthesizer");
        }
        wave.check();
        Score score = new MidiReader().read(file);
        if (wave.given()) {
            terminal.out().println(wave.write(score));
            return 0;
        }
        MidiPlayer player = new MidiPlayer(
                device(),
                "open '" + file + "' in a player or DAW, or render it with 'cadenza play " + file + " --wav OUT.wav'");
        try (Playback playback = player.start(score);
                TransportKeys keys = TransportKeys.ofProcess(terminal)) {
            keys.steer(playback);
            playback.awaitEnd();
        }
        terminal.out().println("played " + file);
        return 0;
    }

    private SoundDevice device() {
        if (device != null) {
            return MidiPorts.ofSystem().find(device);
        }
        return wave.font().map(SoundDevice::synthesizer).orElseGet(SoundDevice::synthesizer);
    }
}
