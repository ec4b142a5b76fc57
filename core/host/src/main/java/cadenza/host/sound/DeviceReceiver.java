package cadenza.host.sound;

import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;

/** A receiver of a device that closes it too; a device's own receivers leave it open. */
record DeviceReceiver(MidiDevice device, Receiver receiver) implements Receiver {
    @Override
    public void send(MidiMessage message, long timeStamp) {
        receiver.send(message, timeStamp);
    }

    @Override
    public void close() {
        receiver.close();
        device.close();
    }
}
