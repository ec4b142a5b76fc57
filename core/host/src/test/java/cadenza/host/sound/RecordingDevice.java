package cadenza.host.sound;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;

/** Remembers what is sent to it. */
final class RecordingDevice implements Receiver {
    private final List<ShortMessage> messages = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    @Override
    public void send(MidiMessage message, long timeStamp) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (message instanceof ShortMessage shortMessage) {
            messages.add((ShortMessage) shortMessage.clone());
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean closed() {
        return closed;
    }

    List<Integer> pitches(int command) {
        return messages.stream()
                .filter(message -> message.getCommand() == command && message.getChannel() == Tunes.CHANNEL)
                .map(ShortMessage::getData1)
                .toList();
    }

    /** Waits until a pitch has been struck, or struck again. */
    void awaitStrike(int pitch, int times) throws InterruptedException {
        while (pitches(ShortMessage.NOTE_ON).stream()
                        .filter(struck -> struck == pitch)
                        .count()
                < times) {
            Thread.sleep(1);
        }
    }

    /** Whether since the last note each channel heard the sustain pedal go up, all notes off and all sound off. */
    boolean endsSilent() {
        List<String> expected = new ArrayList<>();
        for (int channel = 0; channel < 16; channel++) {
            for (int controller : new int[] {64, 123, 120}) {
                expected.add(channel + " " + controller + " 0");
            }
        }
        List<String> heard = new ArrayList<>();
        for (ShortMessage message : messages) {
            if (message.getCommand() == ShortMessage.NOTE_ON) {
                heard.clear();
            } else if (message.getCommand() == ShortMessage.CONTROL_CHANGE) {
                heard.add(message.getChannel() + " " + message.getData1() + " " + message.getData2());
            }
        }
        return Collections.indexOfSubList(heard, expected) >= 0;
    }
}
