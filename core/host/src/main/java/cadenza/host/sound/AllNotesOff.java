package cadenza.host.sound;

import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;

/**
 * Silences whatever a device sounds: on each of the 16 channels the sustain pedal up, All Notes Off and All Sound Off.
 * All three, because a note held by the pedal outlasts All Notes Off, and some instruments know only one of the two
 * messages (MIDI 1.0 Detailed Specification, Channel Mode Messages).
 */
final class AllNotesOff {
    private static final int CHANNELS = 16;
    private static final int AT_ONCE = -1; // the time stamp that asks for no scheduling
    private static final int[] CONTROLLERS = {64, 123, 120}; // sustain, all notes off, all sound off

    private AllNotesOff() {}

    static void send(Receiver receiver) {
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int controller : CONTROLLERS) {
                receiver.send(message(channel, controller), AT_ONCE);
            }
        }
    }

    private static ShortMessage message(int channel, int controller) {
        try {
            return new ShortMessage(ShortMessage.CONTROL_CHANGE, channel, controller, 0);
        } catch (InvalidMidiDataException e) {
            throw new IllegalStateException("controller " + controller + " is not in 0..127", e);
        }
    }
}
