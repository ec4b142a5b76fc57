package cadenza.host.sound;

import cadenza.api.UserException;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.storage.FileDraft;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Renders scores to WAV files (44.1 kHz, stereo, 16 bits) by the JDK's synthesizer, faster than they sound.
 *
 * <p>The sound is rendered twice: first its loudest sample and its end are measured, then it is written so that the
 * loudest sample lies at {@value #PEAK_DECIBELS} dBFS. It neither clips nor is too quiet, and the relations between notes
 * stay. The file lasts as long as the score, and on until its last notes have fallen 60 dB below the loudest, at most
 * {@value #RELEASE_SECONDS} seconds. The samples are not kept, only the messages.
 *
 * <p>The same score gives the same bytes again with one SoundFont and one Java on one machine. Not more: the JDK computes
 * with functions that may differ in the last bit from machine to machine, and without a SoundFont it takes one that it
 * finds on the system, or plain sounds that it makes up by chance once for each user.
 *
 * <p>Stateless; safe for use by several threads.
 */
public final class WaveRenderer {
    /** Where the loudest sample lies, below full scale. */
    public static final double PEAK_DECIBELS = -1;

    /** The most that the last notes may take to die away. */
    public static final int RELEASE_SECONDS = 10;

    /** -120 dBFS: less than the softest note of a quiet instrument. */
    private static final double SILENCE = 1e-6;

    private static final int HEADER_BYTES = 44;
    private static final int SAMPLE_BYTES = Short.BYTES;
    private static final int PCM = 1;
    private static final int STANDARD = 0;

    /** The header counts bytes in 32 bits. */
    private static final long MOST_FRAMES = (0xFFFFFFFFL - HEADER_BYTES) / (OfflineSynthesizer.CHANNELS * SAMPLE_BYTES);

    private final Optional<SoundFont> font;

    /** @param font where the instruments come from; without one, from the JDK's own */
    public WaveRenderer(Optional<SoundFont> font) {
        this.font = font;
    }

    /**
     * What was written.
     *
     * @param seconds how long it lasts
     * @param decibels how much it was made louder, or softer where negative, to reach the peak
     */
    public record Rendering(double seconds, double decibels) {}

    /**
     * Renders a score to a file, which is whole or not there.
     *
     * @throws UserException if it cannot be written, the SoundFont is damaged, or nothing is heard
     */
    public Rendering write(Score score, Path wav) {
        TimedMessages messages = TimedMessages.of(score);
        if (frames(messages.length()) + frames(RELEASE_SECONDS * 1_000_000L) > MOST_FRAMES) {
            throw new UserException("'" + score.title() + "' is too long for a WAV file, which holds 6.7 hours");
        }
        try (FileDraft draft = new FileDraft(wav)) {
            LevelMeter level = measure(score, messages);
            if (level.peak() < SILENCE) {
                throw new UserException("'" + score.title() + "' makes no sound"
                        + font.map(file -> " with the SoundFont " + file + "; give one that has its instruments")
                                .orElse("; it has no notes that can be heard"));
            }
            double gain = Math.pow(10, PEAK_DECIBELS / 20) / level.peak();
            draft.write(header(level.end()), 0, HEADER_BYTES);
            render(score, messages, level.end(), samples -> {
                byte[] bytes = pcm(samples, gain);
                draft.write(bytes, 0, bytes.length);
            });
            draft.commit();
            return new Rendering(level.end() / (double) OfflineSynthesizer.FRAMES_PER_SECOND, 20 * Math.log10(gain));
        }
    }

    private LevelMeter measure(Score score, TimedMessages messages) {
        long clip = frames(messages.length());
        long all = clip + frames(RELEASE_SECONDS * 1_000_000L);
        LevelMeter meter = new LevelMeter(clip);
        render(score, messages, all, meter::hear);
        return meter;
    }

    private static long frames(long microseconds) {
        return (long) Math.ceil(microseconds * (double) OfflineSynthesizer.FRAMES_PER_SECOND / 1_000_000);
    }

    private void render(Score score, TimedMessages messages, long frames, Consumer<float[]> sink) {
        TreeSet<Integer> programs = new TreeSet<>();
        programs.add(STANDARD); // what the JDK takes where a SoundFont has not the program or the drum kit
        score.tracks().stream().map(Track::program).forEach(programs::add);
        try (OfflineSynthesizer synthesizer = new OfflineSynthesizer(font, programs)) {
            messages.messages().forEach(timed -> synthesizer.send(timed.message(), timed.microseconds()));
            long left = frames;
            while (left > 0) {
                float[] samples = synthesizer.read(left);
                sink.accept(samples);
                left -= samples.length / OfflineSynthesizer.CHANNELS;
            }
        }
    }

    private static byte[] pcm(float[] samples, double gain) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * SAMPLE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : samples) {
            double value = Math.rint(sample * gain * Short.MAX_VALUE);
            bytes.putShort((short) Math.max(-Short.MAX_VALUE, Math.min(Short.MAX_VALUE, value)));
        }
        return bytes.array();
    }

    /** The header of a RIFF file of PCM samples (Multimedia Programming Interface and Data Specifications 1.0, 1991). */
    private static byte[] header(long frames) {
        int frameBytes = OfflineSynthesizer.CHANNELS * SAMPLE_BYTES;
        int rate = (int) OfflineSynthesizer.FRAMES_PER_SECOND;
        int data = (int) (frames * frameBytes); // unsigned
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(HEADER_BYTES - 8 + data)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) PCM)
                .putShort((short) OfflineSynthesizer.CHANNELS)
                .putInt(rate)
                .putInt(rate * frameBytes)
                .putShort((short) frameBytes)
                .putShort((short) (8 * SAMPLE_BYTES))
                .put(ascii("data"))
                .putInt(data)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
