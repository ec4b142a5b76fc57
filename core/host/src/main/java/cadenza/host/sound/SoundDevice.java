package cadenza.host.sound;

import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Soundbank;
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
            return new DeviceReceiver(synthesizer, synthesizer.getReceiver());
        };
    }

    /** The same with the sounds of a SoundFont. */
    static SoundDevice synthesizer(SoundFont font) {
        return () -> {
            Soundbank sounds = font.soundbank();
            Synthesizer synthesizer = MidiSystem.getSynthesizer();
            synthesizer.open();
            Soundbank own = synthesizer.getDefaultSoundbank();
            if (own != null) {
                synthesizer.unloadAllInstruments(own);
            }
            synthesizer.loadAllInstruments(sounds);
            return new DeviceReceiver(synthesizer, synthesizer.getReceiver());
        };
    }
}
