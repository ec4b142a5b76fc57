package cadenza.host.sound;

import cadenza.api.UserException;
import cadenza.api.document.Score;
import cadenza.host.music.MidiWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Sequencer;

/**
 * Plays scores through javax.sound.midi: its sequencer keeps the time, a {@link SoundDevice} sounds. What it plays is
 * what {@link MidiWriter} writes.
 *
 * <p>Stateless; each call opens the device for itself.
 */
public final class MidiPlayer {
    private final SoundDevice device;
    private final String advice;

    /**
     * @param advice what to do where the device cannot be opened, a clause without a full stop, such as
     *     {@code open song.mid in a music player}
     */
    public MidiPlayer(SoundDevice device, String advice) {
        this.device = device;
        this.advice = advice;
    }

    /**
     * Plays a score; returns once it has ended and everything is closed. If the thread is interrupted it stops at once,
     * and returns with the thread's interrupt status set.
     *
     * @throws UserException if there is no sound device, or it is in use
     * @throws IllegalArgumentException if {@link MidiWriter} cannot write the score
     */
    public void play(Score score) {
        boolean interrupted = false;
        try (Playback playback = start(score)) {
            playback.awaitEnd();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            // Only now: the JDK's sequencer clears the status when it is closed.
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Starts to play a score.
     *
     * @return to be closed, which silences the device
     * @throws UserException if there is no sound device, or it is in use
     * @throws IllegalArgumentException if {@link MidiWriter} cannot write the score
     */
    public Playback start(Score score) {
        byte[] file = new MidiWriter().write(score, Optional.empty());
        Receiver receiver;
        try {
            receiver = device.open();
        } catch (MidiUnavailableException e) {
            throw new UserException("no sound device was found, or it is in use; " + advice, e);
        }
        try {
            Sequencer sequencer = MidiSystem.getSequencer(false);
            sequencer.open();
            SteadyReceiver steady = new SteadyReceiver(receiver);
            sequencer.getTransmitter().setReceiver(steady);
            sequencer.setSequence(new ByteArrayInputStream(file));
            return new Playback(sequencer, steady, new BarStarts(score));
        } catch (MidiUnavailableException | InvalidMidiDataException e) {
            receiver.close();
            throw new IllegalStateException("the JDK does not play the MIDI file that was written for it", e);
        } catch (IOException e) {
            receiver.close();
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }
}
