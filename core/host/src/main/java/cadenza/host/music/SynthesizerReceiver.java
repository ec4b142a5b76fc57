package cadenza.host.music;

import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.Synthesizer;

/** A receiver of a synthesizer that closes it too; a synthesizer's own receivers leave it open. */
record SynthesizerReceiver(Synthesizer synthesizer, Receiver receiver) implements Receiver {
    @Override
    public void send(MidiMessage message, long timeStamp) {
        receiver.send(message, timeStamp);
    }

    @Override
    public void close() {
        receiver.close();
        synthesizer.close();
    }
}
