package cadenza.cli;

import cadenza.host.sound.MidiPorts;
import cadenza.host.sound.MidiPorts.MidiPort;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cadenza devices}: where {@code play --device} can send notes. */
@Command(
        name = "devices",
        description = "List the synthesizers and MIDI ports that 'cadenza play --device NAME' can send to.",
        mixinStandardHelpOptions = true)
final class DevicesCommand implements Callable<Integer> {
    private final Terminal terminal;

    DevicesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<MidiPort> ports = MidiPorts.ofSystem().all();
        int widest = ports.stream().mapToInt(port -> port.name().length()).max().orElse(0);
        for (MidiPort port : ports) {
            terminal.out()
                    .println(port.name() + " ".repeat(widest - port.name().length()) + "  "
                            + String.format(
                                    Locale.ROOT, "%-11s", port.kind().name().toLowerCase(Locale.ROOT)) + "  "
                            + port.description());
        }
        if (ports.stream().noneMatch(port -> port.kind() == MidiPorts.Kind.PORT)) {
            terminal.err()
                    .println(
                            "cadenza: no MIDI port is here; the README shows how to get one on Linux, macOS and Windows");
        }
        return 0;
    }
}
