package cadenza.host.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import org.junit.jupiter.api.Test;

class MidiPlayerTest {
    private final RecordingDevice device = new RecordingDevice();
    private final MidiPlayer player = new MidiPlayer(() -> device, "");

    @Test
    void every_note_arrives_and_the_device_is_silenced_and_closed() {
        player.play(Tunes.quick());

        assertThat(device.pitches(ShortMessage.NOTE_ON)).containsExactly(60, 62, 64, 64);
        assertThat(device.pitches(ShortMessage.NOTE_OFF)).startsWith(60, 62, 64, 64);
        assertThat(device.endsSilent()).isTrue();
        assertThat(device.closed()).isTrue();
    }

    @Test
    void without_a_device_the_advice_is_given() {
        MidiPlayer none = new MidiPlayer(
                () -> {
                    throw new MidiUnavailableException("none");
                },
                "open song.mid in a music player");

        assertThatThrownBy(() -> none.play(Tunes.quick()))
                .isInstanceOf(UserException.class)
                .hasMessage("no sound device was found, or it is in use; open song.mid in a music player");
    }

    @Test
    void an_interrupted_player_stops_silences_and_closes_the_device() throws InterruptedException {
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            player.play(Tunes.bars(60));
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        device.awaitStrike(60, 1);
        thread.interrupt();
        thread.join();

        assertThat(interrupted).isTrue();
        assertThat(device.endsSilent()).isTrue();
        assertThat(device.closed()).isTrue();
    }

    @Test
    void a_device_that_fails_is_closed_all_the_same() {
        AtomicBoolean closed = new AtomicBoolean();
        MidiPlayer failing = new MidiPlayer(() -> new FailingReceiver(closed), "");

        try (Playback playback = failing.start(Tunes.bars(2))) {
            assertThatThrownBy(playback::close).hasMessage("unplugged");
        }
        assertThat(closed).isTrue();
    }

    @Test
    void a_device_that_fails_ends_the_music() {
        MidiPlayer failing = new MidiPlayer(() -> new FailingReceiver(new AtomicBoolean()), "");

        assertThatThrownBy(() -> failing.play(Tunes.bars(60))).hasMessage("unplugged");
    }

    private record FailingReceiver(AtomicBoolean closed) implements Receiver {
        @Override
        public void send(MidiMessage message, long timeStamp) {
            throw new IllegalStateException("unplugged");
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }
}
