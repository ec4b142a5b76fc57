package cadenza.host.music;

import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Synthesizer;

/** Where MIDI messages become sound. */
@FunctionalInterface
public interface SoundDevice {
    /**
     * Opens the device.
     *
     * @return takes the messages; closing it closes the device
     * @throws MidiUnavailableException if there is no such device, or it is in use
     */
    Receiver open() throws MidiUnavailableException;

    /**
     * The synthesizer of the JDK on the default sound output. Not {@link MidiSystem#getReceiver()}, which on Linux may
     * pick a MIDI port that nobody listens to.
     */
    static SoundDevice synthesizer() {
        return () -> {
            Synthesizer synthesizer = MidiSystem.getSynthesizer();
            synthesizer.open();
            return new SynthesizerReceiver(synthesizer, synthesizer.getReceiver());
        };
    }
}
