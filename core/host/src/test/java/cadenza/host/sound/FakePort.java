package cadenza.host.sound;

import java.util.List;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Transmitter;

/** A MIDI port that remembers what it is sent. */
final class FakePort implements MidiDevice {
    private final Info info;
    private final int receivers;
    private final RecordingDevice heard = new RecordingDevice();
    private boolean open;

    /** @param receivers how many it takes; -1 for any number */
    FakePort(String name, int receivers) {
        info = new FakeInfo(name);
        this.receivers = receivers;
    }

    /** Info's constructor is for devices alone. */
    private static final class FakeInfo extends Info {
        private FakeInfo(String name) {
            super(name, "nobody", "a fake", "1");
        }
    }

    RecordingDevice heard() {
        return heard;
    }

    @Override
    public Info getDeviceInfo() {
        return info;
    }

    @Override
    public void open() {
        open = true;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public long getMicrosecondPosition() {
        return -1;
    }

    @Override
    public int getMaxReceivers() {
        return receivers;
    }

    @Override
    public int getMaxTransmitters() {
        return 0;
    }

    @Override
    public Receiver getReceiver() {
        return heard;
    }

    @Override
    public List<Receiver> getReceivers() {
        return List.of(heard);
    }

    @Override
    public Transmitter getTransmitter() throws MidiUnavailableException {
        throw new MidiUnavailableException("a fake");
    }

    @Override
    public List<Transmitter> getTransmitters() {
        return List.of();
    }
}
