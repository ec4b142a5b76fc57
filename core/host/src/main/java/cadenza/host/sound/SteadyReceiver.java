package cadenza.host.sound;

import java.util.Optional;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;

/**
 * A device's receiver whose faults are kept instead of thrown: the JDK's sequencer thread would die of one, and stopping
 * the sequencer would then wait for that thread for ever.
 */
final class SteadyReceiver implements Receiver {
    private final Receiver device;
    private volatile RuntimeException fault;
    private volatile Runnable onFault = () -> {};

    SteadyReceiver(Receiver device) {
        this.device = device;
    }

    /** @param action run at each fault, in the thread that sends */
    void onFault(Runnable action) {
        onFault = action;
        if (fault != null) {
            action.run();
        }
    }

    @Override
    public void send(MidiMessage message, long timeStamp) {
        try {
            device.send(message, timeStamp);
        } catch (RuntimeException e) {
            if (fault == null) {
                fault = e;
            }
            onFault.run();
        }
    }

    /** The first fault of the device. */
    Optional<RuntimeException> fault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public void close() {
        device.close();
    }
}
