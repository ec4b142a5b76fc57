package cadenza.host.music;

import cadenza.api.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a standard MIDI file lays out its tracks; the specification calls it the format of the file. */
public enum MidiFileType {
    /** Type 0: everything in one track; for hardware players and older programs. */
    ONE_TRACK,

    /** Type 1: a first track of tempo, meter and key, then a track for each track of the score. */
    SIMULTANEOUS_TRACKS;

    private static final int TYPE_BYTE = 9; // after the mark, the header's length and the type's high byte

    /** The type of that number. @throws UserException if it is not 0 or 1 */
    public static MidiFileType of(int number) {
        if (number != 0 && number != 1) {
            throw new UserException("--midi-type " + number + " is not known; 0 is one track, 1 a track for each part");
        }
        return values()[number];
    }

    /** The type of a MIDI file, as its header says; that of other files is 1. @throws UserException if it cannot be read */
    public static MidiFileType of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] header = in.readNBytes(TYPE_BYTE + 1);
            boolean midi = header.length > TYPE_BYTE && header[0] == 'M' && header[1] == 'T' && header[2] == 'h';
            return midi && header[TYPE_BYTE] == 0 ? ONE_TRACK : SIMULTANEOUS_TRACKS;
        } catch (IOException e) {
            throw new UserException("'" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }

    /** The number in the header, 0 or 1. */
    public int number() {
        return ordinal();
    }
}
