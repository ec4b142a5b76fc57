package cadenza.host.music;

import cadenza.api.UserException;
import cadenza.api.document.Score;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Sequencer;
import javax.sound.midi.Transmitter;

/**
 * Plays scores through javax.sound.midi: its sequencer keeps the time, a {@link SoundDevice} sounds. What it plays is
 * what {@link MidiWriter} writes.
 *
 * <p>Stateless; each call opens the device for itself.
 */
public final class MidiPlayer {
    /** How long the device stays open after the last event: its own delay, and the last notes' release. */
    private static final long RELEASE_MILLISECONDS = 700;

    private final SoundDevice device;
    private final String advice;

    /**
     * Plays on the default sound device.
     *
     * @param advice what to do where there is no sound device, a clause without a full stop, such as
     *     {@code open song.mid in a music player}
     */
    public MidiPlayer(String advice) {
        this(SoundDevice.synthesizer(), advice);
    }

    /** Plays on a given device. @param advice what to do where it cannot be opened, a clause without a full stop */
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
        byte[] file = new MidiWriter().write(score, Optional.empty());
        boolean interrupted;
        try (Receiver receiver = device.open();
                Sequencer sequencer = MidiSystem.getSequencer(false);
                Transmitter transmitter = open(sequencer)) {
            transmitter.setReceiver(receiver);
            sequencer.setSequence(new ByteArrayInputStream(file));
            interrupted = playToEnd(sequencer);
        } catch (MidiUnavailableException e) {
            throw new UserException("no sound device was found, or it is in use; " + advice, e);
        } catch (InvalidMidiDataException e) {
            throw new IllegalStateException("the JDK does not take the MIDI file that was written for it", e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
        if (interrupted) {
            // Only now: the JDK's sequencer clears the status when it is closed.
            Thread.currentThread().interrupt();
        }
    }

    private static Transmitter open(Sequencer sequencer) throws MidiUnavailableException {
        sequencer.open();
        return sequencer.getTransmitter();
    }

    /** Returns whether the thread was interrupted before the end. */
    private static boolean playToEnd(Sequencer sequencer) {
        CountDownLatch ended = new CountDownLatch(1);
        sequencer.addMetaEventListener(event -> {
            if (event.getType() == MetaEvents.END_OF_TRACK) {
                ended.countDown();
            }
        });
        sequencer.start();
        try {
            ended.await();
            Thread.sleep(RELEASE_MILLISECONDS);
            return false;
        } catch (InterruptedException e) {
            sequencer.stop(); // silences what sounds
            return true;
        }
    }
}
