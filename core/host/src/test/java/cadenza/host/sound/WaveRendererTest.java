package cadenza.host.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cadenza.api.UserException;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rendered with the JDK's own sounds, which are not the same everywhere: only levels and lengths are asked for. */
class WaveRendererTest {
    /** -1 dBFS of 16 bits. */
    private static final int PEAK = (int) Math.round(32767 * Math.pow(10, -1 / 20.0));

    private static final int ORGAN = 16;

    @TempDir
    Path folder;

    private final WaveRenderer renderer = new WaveRenderer(Optional.empty());

    private short[] render(Score score) throws Exception {
        Path wav = folder.resolve("out.wav");
        WaveRenderer.Rendering rendering = renderer.write(score, wav);
        try (AudioInputStream in = AudioSystem.getAudioInputStream(wav.toFile())) {
            assertThat(in.getFormat().toString()).isEqualTo(new AudioFormat(44100, 16, 2, true, false).toString());
            assertThat(in.getFrameLength() / 44100.0).isCloseTo(rendering.seconds(), within(1e-9));
            short[] samples = new short[(int) in.getFrameLength() * 2];
            ByteBuffer.wrap(in.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return samples;
        }
    }

    private static int peak(short[] samples) {
        int peak = 0;
        for (short sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    private static Score organ(int velocity) {
        return Tunes.of(240, ORGAN, new Note(0, 1920, 60, velocity), new Note(0, 1920, 64, velocity));
    }

    @Test
    void the_loudest_sample_of_a_soft_note_lies_a_decibel_below_full_scale() throws Exception {
        assertThat(peak(render(organ(1)))).isCloseTo(PEAK, within(1));
    }

    @Test
    void sixteen_channels_at_full_velocity_do_not_clip() throws Exception {
        List<Track> tracks = new ArrayList<>();
        for (int channel = 0; channel < 16; channel++) {
            List<Note> notes = List.of(new Note(0, 960, 48, 127), new Note(0, 960, 60, 127), new Note(0, 960, 36, 127));
            tracks.add(new Track("Loud", channel, ORGAN, notes));
        }
        short[] samples = render(new Score(
                "loud",
                List.of(new TempoChange(0, 240)),
                List.of(new MeterChange(0, Meter.COMMON)),
                Optional.empty(),
                tracks,
                1920));

        assertThat(peak(samples)).isCloseTo(PEAK, within(1));
    }

    @Test
    void it_lasts_as_long_as_the_score_and_its_release() throws Exception {
        // A bar of a second, the note in its first quarter: what is heard after the bar is nothing or little.
        double seconds = render(Tunes.of(240, ORGAN, new Note(0, 480, 60, 80))).length / 2 / 44100.0;

        assertThat(seconds).isBetween(1.0, 1.0 + WaveRenderer.RELEASE_SECONDS);
        assertThat(render(organ(80)).length / 2 / 44100.0).isBetween(1.001, 1.0 + WaveRenderer.RELEASE_SECONDS);
    }

    @Test
    void a_note_sounds_when_the_tempos_say() throws Exception {
        // Two quarters at 60 and two at 240 are two and a half seconds, and the note begins after the first three.
        Score score = new Score(
                "tempos",
                List.of(new TempoChange(0, 60), new TempoChange(960, 240)),
                List.of(new MeterChange(0, Meter.COMMON)),
                Optional.empty(),
                List.of(new Track("", 0, ORGAN, List.of(new Note(1440, 480, 60, 100)))),
                1920);

        short[] samples = render(score);
        int first = 0;
        while (Math.abs(samples[first]) < 100) {
            first++;
        }
        assertThat(first / 2 / 44100.0).isCloseTo(2.25, within(0.02));
    }

    @Test
    void one_score_gives_the_same_bytes_again() throws Exception {
        renderer.write(organ(80), folder.resolve("a.wav"));
        renderer.write(organ(80), folder.resolve("b.wav"));

        assertThat(folder.resolve("a.wav")).hasSameBinaryContentAs(folder.resolve("b.wav"));
    }

    @Test
    void a_score_that_makes_no_sound_is_refused_and_leaves_no_file() throws IOException {
        Score silent = Tunes.of(240, 0);

        assertThatThrownBy(() -> renderer.write(silent, folder.resolve("out.wav")))
                .isInstanceOf(UserException.class)
                .hasMessage("'tune' makes no sound; it has no notes that can be heard");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
