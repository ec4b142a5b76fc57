package cadenza.host.sound;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sound.midi.Instrument;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Soundbank;
import javax.sound.midi.Synthesizer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;

/**
 * The synthesizer of the JDK without a sound device: what is sent to it is read from it, as fast as it computes.
 *
 * <p>The JDK offers this to itself alone ({@code com.sun.media.sound.AudioSynthesizer#openStream}); Java must be started
 * with {@value #EXPORT}, as Cadenza's launcher does.
 */
final class OfflineSynthesizer implements AutoCloseable {
    static final float FRAMES_PER_SECOND = 44_100;
    static final int CHANNELS = 2;

    private static final String EXPORT = "--add-exports java.desktop/com.sun.media.sound=ALL-UNNAMED";
    private static final int SAMPLE_BYTES = Float.BYTES;
    private static final int BLOCK_SAMPLES = 8192;

    /** Floats, so that nothing clips before the levels are known. */
    private static final AudioFormat FORMAT = new AudioFormat(
            AudioFormat.Encoding.PCM_FLOAT,
            FRAMES_PER_SECOND,
            8 * SAMPLE_BYTES,
            CHANNELS,
            SAMPLE_BYTES * CHANNELS,
            FRAMES_PER_SECOND,
            false);

    /** 256 voices: 64, its default, cuts notes off in full scores. Its limiter is off: levels are set afterwards. */
    private static final Map<String, Object> SETTINGS =
            Map.of("auto gain control", false, "max polyphony", 256, "interpolation", "cubic");

    private static final String OWN_SOUNDS = "load default soundbank";

    private final Synthesizer synthesizer;
    private final AudioInputStream sound;
    private final Receiver receiver;
    private final byte[] block = new byte[BLOCK_SAMPLES * SAMPLE_BYTES];

    /**
     * @param font where the instruments come from; without one, from the JDK's own
     * @param programs the General MIDI programs, 0 to 127, that are needed: loading all of a large font takes seconds
     */
    OfflineSynthesizer(Optional<SoundFont> font, Set<Integer> programs) {
        try {
            synthesizer = MidiSystem.getSynthesizer();
            sound = openStream(synthesizer, font.isEmpty());
            if (font.isPresent()) {
                load(font.get().soundbank(), programs);
            }
            receiver = synthesizer.getReceiver();
        } catch (MidiUnavailableException e) {
            throw new IllegalStateException("the JDK has no synthesizer", e);
        }
    }

    private static AudioInputStream openStream(Synthesizer synthesizer, boolean ownSounds) {
        Map<String, Object> settings = new HashMap<>(SETTINGS);
        settings.put(OWN_SOUNDS, ownSounds);
        try {
            Class<?> offline = Class.forName("com.sun.media.sound.AudioSynthesizer");
            return (AudioInputStream) offline.getMethod("openStream", AudioFormat.class, Map.class)
                    .invoke(synthesizer, FORMAT, settings);
        } catch (IllegalAccessException | ClassNotFoundException | NoSuchMethodException e) {
            throw new IllegalStateException(
                    "this Java does not let sound be rendered; start it with " + EXPORT + ", as bin/cadenza does", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the JDK's synthesizer does not open", e.getCause());
        }
    }

    private void load(Soundbank soundbank, Set<Integer> programs) {
        List<Instrument> needed = Arrays.stream(soundbank.getInstruments())
                .filter(instrument -> programs.contains(instrument.getPatch().getProgram()))
                .toList();
        if (needed.isEmpty()) {
            synthesizer.loadAllInstruments(soundbank); // the JDK takes what is nearest
        } else {
            needed.forEach(synthesizer::loadInstrument);
        }
    }

    /** Sends a message. @param microseconds when it is to be heard, from the start */
    void send(MidiMessage message, long microseconds) {
        receiver.send(message, microseconds);
    }

    /** Reads the next samples, left and right in turn, nominally -1 to 1. @param frames how many at most */
    float[] read(long frames) {
        int wanted = (int) Math.min(BLOCK_SAMPLES, frames * CHANNELS);
        try {
            int bytes = sound.readNBytes(block, 0, wanted * SAMPLE_BYTES);
            if (bytes == 0) {
                throw new IllegalStateException("the JDK's synthesizer stopped");
            }
            float[] samples = new float[bytes / SAMPLE_BYTES];
            ByteBuffer.wrap(block)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(samples);
            return samples;
        } catch (IOException e) {
            throw new IllegalStateException("the JDK's synthesizer stopped", e);
        }
    }

    @Override
    public void close() {
        synthesizer.close();
    }
}
