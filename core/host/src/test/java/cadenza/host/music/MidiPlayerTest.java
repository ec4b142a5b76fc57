package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import org.junit.jupiter.api.Test;

class MidiPlayerTest {
    private static final Score QUICK = ExampleScores.of(ExampleScores.voice("", 2, "60 1 62 1 64 1 0 1 64 1 67 1"))
            .withTempo(600);

    /** Remembers what is sent to it. */
    private static final class RecordingDevice implements Receiver {
        private final List<ShortMessage> messages = new CopyOnWriteArrayList<>();
        private final CountDownLatch somethingArrived = new CountDownLatch(1);
        private volatile boolean closed;

        @Override
        public void send(MidiMessage message, long timeStamp) {
            if (message instanceof ShortMessage shortMessage) {
                messages.add((ShortMessage) shortMessage.clone());
            }
            somethingArrived.countDown();
        }

        @Override
        public void close() {
            closed = true;
        }

        private List<Integer> pitches(int command) {
            return messages.stream()
                    .filter(message -> message.getCommand() == command && message.getChannel() == 2)
                    .map(ShortMessage::getData1)
                    .toList();
        }
    }

    @Test
    void every_note_arrives_and_the_device_is_closed() {
        RecordingDevice device = new RecordingDevice();

        new MidiPlayer(() -> device, "").play(QUICK);

        assertThat(device.pitches(ShortMessage.NOTE_ON)).containsExactly(60, 62, 64, 64, 67);
        assertThat(device.pitches(ShortMessage.NOTE_OFF)).containsExactly(60, 62, 64, 64, 67);
        assertThat(device.closed).isTrue();
    }

    @Test
    void without_a_device_the_advice_is_given() {
        MidiPlayer player = new MidiPlayer(
                () -> {
                    throw new MidiUnavailableException("none");
                },
                "open song.mid in a music player");

        assertThatThrownBy(() -> player.play(QUICK))
                .isInstanceOf(UserException.class)
                .hasMessage("no sound device was found, or it is in use; open song.mid in a music player");
    }

    @Test
    void an_interrupted_player_stops_and_closes_the_device() throws InterruptedException {
        RecordingDevice device = new RecordingDevice();
        AtomicBoolean interrupted = new AtomicBoolean();
        Score minutes = ExampleScores.of(ExampleScores.track(new Note(0, 480 * 600, 60, 60)));
        Thread thread = new Thread(() -> {
            new MidiPlayer(() -> device, "").play(minutes);
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        device.somethingArrived.await();
        thread.interrupt();
        thread.join();

        assertThat(interrupted).isTrue();
        assertThat(device.closed).isTrue();
    }
}
