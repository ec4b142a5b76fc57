package cadenza.host.sound;

import cadenza.api.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Sequencer;
import javax.sound.midi.Synthesizer;

/** The devices that music can be sent to. */
public final class MidiPorts {
    private final List<MidiDevice> devices;

    /** What a device is. */
    public enum Kind {
        /** Makes sound itself. */
        SYNTHESIZER,
        /** Leads to an instrument or another program. */
        PORT
    }

    /**
     * A device.
     *
     * @param name as the system has it; on Linux with the number of the card, such as {@code VirMIDI [hw:1,0,0]}
     * @param description the system's words; may be empty
     */
    public record MidiPort(String name, String description, Kind kind) {}

    /** @param devices those of them that take messages are offered, in this order */
    public MidiPorts(List<? extends MidiDevice> devices) {
        this.devices = devices.stream()
                .filter(device -> device.getMaxReceivers() != 0 && !(device instanceof Sequencer))
                .map(device -> (MidiDevice) device)
                .toList();
    }

    /** Those of this machine. */
    public static MidiPorts ofSystem() {
        List<MidiDevice> devices = new ArrayList<>();
        for (MidiDevice.Info info : MidiSystem.getMidiDeviceInfo()) {
            try {
                devices.add(MidiSystem.getMidiDevice(info));
            } catch (MidiUnavailableException e) {
                // Unplugged between the two calls, or taken by another program: not there for us.
            }
        }
        return new MidiPorts(devices);
    }

    /** All of them. */
    public List<MidiPort> all() {
        return devices.stream().map(MidiPorts::port).toList();
    }

    private static MidiPort port(MidiDevice device) {
        return new MidiPort(
                device.getDeviceInfo().getName(),
                device.getDeviceInfo().getDescription(),
                device instanceof Synthesizer ? Kind.SYNTHESIZER : Kind.PORT);
    }

    /**
     * Finds a device by its name, whatever its case, or by the beginning of just one name.
     *
     * @throws UserException if there is none, or more than one; it lists what is there
     */
    public SoundDevice find(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        List<MidiDevice> found =
                devices.stream().filter(device -> nameOf(device).equals(wanted)).toList();
        if (found.isEmpty()) {
            found = devices.stream()
                    .filter(device -> nameOf(device).startsWith(wanted))
                    .toList();
        }
        if (found.size() != 1) {
            throw new UserException("--device '" + name + "' " + (found.isEmpty() ? "is not here" : "fits several")
                    + "; there " + listed(found.isEmpty() ? devices : found));
        }
        MidiDevice device = found.get(0);
        return () -> {
            device.open();
            return new DeviceReceiver(device, device.getReceiver());
        };
    }

    private static String nameOf(MidiDevice device) {
        return device.getDeviceInfo().getName().toLowerCase(Locale.ROOT);
    }

    private static String listed(List<MidiDevice> devices) {
        if (devices.isEmpty()) {
            return "is none on this machine";
        }
        return (devices.size() == 1 ? "is " : "are ")
                + devices.stream()
                        .map(device -> "'" + device.getDeviceInfo().getName() + "'")
                        .collect(Collectors.joining(", "));
    }
}
