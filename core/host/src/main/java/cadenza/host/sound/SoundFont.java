package cadenza.host.sound;

import cadenza.api.UserException;
import cadenza.host.storage.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Soundbank;

/** A SoundFont 2 file ({@code .sf2}): recorded instruments by General MIDI program. */
public final class SoundFont {
    private static final int HEADER_BYTES = 12; // RIFF, the length, sfbk

    private final Path file;

    private SoundFont(Path file) {
        this.file = file;
    }

    /**
     * A file, judged by its name and its first bytes.
     *
     * @throws UserException if it cannot be read or is no SoundFont 2 file; {@code .sf3} by its name, because the JDK takes
     *     its compressed samples for plain ones and renders noise
     */
    public static SoundFont of(Path file) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".sf3")) {
            throw new UserException(
                    "'" + file + "' is a compressed SoundFont (.sf3), which the JDK would render as noise; "
                            + "give a .sf2 file, such as its uncompressed form");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(HEADER_BYTES);
            String header = new String(bytes, StandardCharsets.ISO_8859_1);
            if (!header.startsWith("RIFF") || !header.endsWith("sfbk")) {
                throw new UserException("'" + file + "' is no SoundFont: it does not begin as a RIFF file of sfbk; "
                        + "give a .sf2 file");
            }
            long declared = 8
                    + Integer.toUnsignedLong(ByteBuffer.wrap(bytes)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getInt(4));
            if (Files.size(file) < declared) {
                throw new UserException("'" + file + "' is cut off: it says that it has " + declared + " bytes, it has "
                        + Files.size(file) + "; fetch it again");
            }
        } catch (NoSuchFileException e) {
            throw new UserException("'" + file + "' does not exist; give a .sf2 file", e);
        } catch (IOException e) {
            throw new UserException("'" + file + "' cannot be read: " + AtomicFile.reason(e) + "; give a .sf2 file", e);
        }
        return new SoundFont(file);
    }

    /** Its instruments; their samples are read from the file as they are needed. @throws UserException if it is damaged */
    Soundbank soundbank() {
        try {
            Soundbank soundbank = MidiSystem.getSoundbank(file.toFile());
            if (soundbank.getInstruments().length == 0) {
                throw new UserException("'" + file + "' is a SoundFont without instruments; give another");
            }
            return soundbank;
        } catch (UserException e) {
            throw e;
        } catch (InvalidMidiDataException | IOException | RuntimeException e) {
            // The JDK's parser also lets unchecked exceptions out at bytes it does not expect.
            throw new UserException("'" + file + "' is a damaged SoundFont: the JDK refuses it (" + e + ")", e);
        }
    }

    @Override
    public String toString() {
        return "'" + file + "'";
    }
}
