package cadenza.host.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sound.midi.ShortMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bars of the tune last four seconds: none ends by itself while a test runs. */
class PlaybackTest {
    private final RecordingDevice device = new RecordingDevice();
    private Playback playback;

    @BeforeEach
    void play() throws InterruptedException {
        playback = new MidiPlayer(() -> device, "").start(Tunes.bars(3));
        device.awaitStrike(60, 1);
    }

    @AfterEach
    void close() {
        playback.close();
    }

    @Test
    void what_is_held_is_silent_and_goes_on_where_it_was() throws InterruptedException {
        playback.pauseOrResume();

        assertThat(playback.paused()).isTrue();
        assertThat(device.endsSilent()).isTrue();

        playback.pauseOrResume();
        playback.forward();
        device.awaitStrike(61, 1);

        assertThat(playback.paused()).isFalse();
        assertThat(device.pitches(ShortMessage.NOTE_ON)).endsWith(61);
    }

    @Test
    void forward_and_back_go_from_bar_to_bar() throws InterruptedException {
        playback.forward();
        device.awaitStrike(61, 1);
        assertThat(playback.bar()).isEqualTo(1);

        playback.back();
        device.awaitStrike(60, 2);
        assertThat(playback.bar()).isZero();
        assertThat(playback.bars()).isEqualTo(3);
    }

    @Test
    void before_the_first_bar_there_is_none() throws InterruptedException {
        playback.back();
        device.awaitStrike(60, 2);

        assertThat(playback.bar()).isZero();
    }

    @Test
    void what_sounded_before_a_jump_is_silenced() throws InterruptedException {
        playback.pauseOrResume();
        playback.forward();

        assertThat(device.endsSilent()).isTrue();
        assertThat(playback.bar()).isEqualTo(1);
    }

    @Test
    void forward_from_the_last_bar_is_the_end() throws InterruptedException {
        for (int bar = 0; bar < 3; bar++) {
            playback.forward();
        }

        playback.awaitEnd();
        playback.close();
        assertThat(device.endsSilent()).isTrue();
    }

    @Test
    void once_it_has_ended_nothing_starts_it_again() throws InterruptedException {
        playback.stop();
        playback.awaitEnd();
        playback.close();
        List<Integer> struck = device.pitches(ShortMessage.NOTE_ON);

        playback.pauseOrResume();
        playback.back();
        playback.forward();
        playback.close();

        assertThat(device.pitches(ShortMessage.NOTE_ON)).isEqualTo(struck);
        assertThat(device.closed()).isTrue();
    }
}
