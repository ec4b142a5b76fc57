package cadenza.cli;

import cadenza.api.document.Score;
import cadenza.host.sound.SoundFont;
import cadenza.host.sound.WaveRenderer;
import cadenza.host.storage.AtomicFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say how music becomes a WAV file. The launcher knows {@code --wav} too: Java needs a flag for it. */
final class WaveOptions {
    @Option(names = "--wav", paramLabel = "OUT.wav", description = "Render to a WAV file: 44.1 kHz, stereo, 16 bits.")
    private Path wav;

    @Option(
            names = "--soundfont",
            paramLabel = "FILE.sf2",
            description = "The instruments, a SoundFont 2 file (default: Java's own, plain ones).")
    private Path soundFont;

    /** @throws cadenza.api.UserException if the SoundFont is none, or the WAV file could not be placed there */
    void check() {
        font();
        if (wav != null) {
            AtomicFile.check(wav);
        }
    }

    boolean given() {
        return wav != null;
    }

    Optional<SoundFont> font() {
        return Optional.ofNullable(soundFont).map(SoundFont::of);
    }

    /** Renders a score to the file of {@code --wav}, which must be given. @return a line that says what it is */
    String write(Score score) {
        WaveRenderer.Rendering rendering = new WaveRenderer(font()).write(score, wav);
        return String.format(
                Locale.ROOT,
                "%s: %.1f s, 44.1 kHz, stereo; loudest sample at %.0f dBFS (%+.1f dB)",
                wav,
                rendering.seconds(),
                WaveRenderer.PEAK_DECIBELS,
                rendering.decibels());
    }
}
