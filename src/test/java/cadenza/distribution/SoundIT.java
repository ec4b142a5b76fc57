package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.distribution.CadenzaProcess.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clips as sound and on paper, through the launcher. */
class SoundIT {
    private CadenzaProcess cadenza;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        cadenza = CadenzaProcess.in(folder);
        cadenza.run("compose --bars 2 --seed 7 --tempo 120 --out clip.mid").done();
    }

    @Test
    void a_clip_becomes_a_wav_file() throws Exception {
        Result result = cadenza.run("play clip.mid --wav clip.wav").done();

        assertThat(result.text()).startsWith("clip.wav: ").contains("44.1 kHz, stereo; loudest sample at -1 dBFS");
        AudioFileFormat format =
                AudioSystem.getAudioFileFormat(cadenza.file("clip.wav").toFile());
        assertThat(format.getType()).isEqualTo(AudioFileFormat.Type.WAVE);
        assertThat(format.getFrameLength() / 44100.0).isBetween(4.0, 14.0);
    }

    @Test
    void a_clip_is_exported_to_everything_at_once() throws Exception {
        Result result = cadenza.run("export clip.mid --musicxml clip.musicxml --abc clip.abc --wav clip.wav")
                .done();

        assertThat(result.text()).startsWith("clip.musicxml: 2 bars, 4 parts\nclip.abc: 2 bars, 4 parts\nclip.wav: ");
        assertThat(Files.readString(cadenza.file("clip.abc"))).contains("\nT:clip\n", "\nQ:1/4=120\n");
        assertThat(Files.readString(cadenza.file("clip.musicxml"))).contains("<work-title>clip</work-title>");
    }

    @Test
    void an_export_to_nothing_is_refused() throws Exception {
        assertRefused("export clip.mid", "nothing to export to; say --musicxml, --abc or --wav with a file name");
    }

    @Test
    void a_compressed_soundfont_is_refused_before_anything_is_made() throws Exception {
        assertRefused(
                "export clip.mid --abc clip.abc --wav clip.wav --soundfont piano.sf3",
                "'piano.sf3' is a compressed SoundFont (.sf3), which the JDK would render as noise; "
                        + "give a .sf2 file, such as its uncompressed form");
        assertThat(cadenza.file("clip.abc")).doesNotExist();
    }

    @Test
    void a_device_has_its_own_sounds() throws Exception {
        assertRefused(
                "play clip.mid --device synth --wav clip.wav",
                "--device sends the notes to an instrument with sounds of its own;"
                        + " --wav and --soundfont are for Java's synthesizer");
    }

    @Test
    void a_device_that_is_not_here_is_refused_with_what_is() throws Exception {
        Result result = cadenza.run("play clip.mid --device nowhere");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.stderr()).startsWith("cadenza: --device 'nowhere' is not here; there ");
    }

    @Test
    void the_devices_of_this_machine_are_listed_javas_synthesizer_among_them() throws Exception {
        assertThat(cadenza.run("devices").done().text()).contains("Gervill").contains("synthesizer");
    }

    private void assertRefused(String command, String message) throws Exception {
        Result result = cadenza.run(command);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.stderr()).isEqualTo("cadenza: " + message + "\n");
    }
}
