package cadenza.host.music;

import cadenza.api.UserException;
import cadenza.api.document.Score;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.Track;

/**
 * Reads standard MIDI files (SMF 1.0) of type 0 and 1, of any division.
 *
 * <p>Files come from strangers, so a file is judged before anything is allocated for it: it may have up to
 * {@value #MAXIMUM_BYTES} bytes, {@value #MAXIMUM_TRACKS} tracks, {@value #MAXIMUM_EVENTS} events and
 * {@value #MAXIMUM_HOURS} hours (which bounds its ticks, as tempos are bounded). Whatever the bytes, the only exception
 * is a {@link UserException} of one line that names the file as given, the fault and what is allowed.
 *
 * <p>Stateless; safe for use by several threads.
 */
public final class MidiReader {
    /** The largest file that is read, in bytes: 16 MB. */
    public static final int MAXIMUM_BYTES = 16 * 1024 * 1024;

    /** The most tracks a file may declare. */
    public static final int MAXIMUM_TRACKS = 256;

    /** The most events of all tracks together; javax.sound.midi needs up to 150 bytes of memory for each. */
    public static final int MAXIMUM_EVENTS = 500_000;

    /** The longest piece, in hours at its own tempos. */
    public static final int MAXIMUM_HOURS = 6;

    /**
     * Reads the music of a file.
     *
     * <ul>
     *   <li>Times are rescaled to {@link Score#TICKS_PER_QUARTER}; onset and end are rounded, and a note lasts at least
     *       one tick. A file that counts SMPTE frames keeps its real time: its tempos, or 120 quarters a minute, say
     *       where the beats are.
     *   <li>Each pair of file track and channel that has notes becomes a track: a type 0 file is split by channel. It is
     *       named after the file track. Its program is the one that most of its notes have by the channel's program
     *       changes in that file track, or, where there are none, in the file; else 0.
     *   <li>A note ends at its note-off, where its pitch is struck again, or at the end of its file track.
     *   <li>Without a tempo the score has 120 quarters a minute, without a time signature 4/4. Tempos are clamped to what
     *       a {@link cadenza.api.document.TempoChange} holds; time and key signatures that a
     *       {@link cadenza.api.document.Meter} or {@link cadenza.api.document.KeySignature} cannot hold are passed over.
     *       The key is that of the first key signature.
     *   <li>Names are read as UTF-8, or as Latin-1 where they are not UTF-8.
     *   <li>The title is the file's name without folders; the end is where the last file track ends.
     * </ul>
     *
     * @throws UserException if the file cannot be read, is not such a file, is damaged, beyond the limits, or has no notes
     */
    public Score read(Path file) {
        return inspect(file, "").score();
    }

    /**
     * Reads the music of a file, and what there is to know of the file: as {@link #read}, with all that did not go into
     * the score counted and named.
     *
     * @param prefix of a text event that is looked for, as by {@link #text}, and is not counted as left out; empty for
     *     none
     * @throws UserException as {@link #read}
     */
    public MidiReading inspect(Path file, String prefix) {
        Parsed parsed = parsed(file);
        ScoreAssembly assembly = new ScoreAssembly(file, parsed.header, parsed.tracks);
        Score score = assembly.score();
        Findings findings = assembly.findings();
        OtherEvents.count(parsed.tracks, prefix, findings);
        return new MidiReading(
                score,
                parsed.header.type(),
                parsed.header.timebase(),
                parsed.header.tracks(),
                prefix.isEmpty() ? Optional.empty() : parsed.text(prefix),
                findings.counted(false),
                findings.counted(true));
    }

    /**
     * Finds the first text event (meta event 0x01) that starts with a prefix, and returns what follows the prefix. The
     * file need not have notes.
     *
     * @throws UserException if the file cannot be read, is not such a file, is damaged, or beyond the limits
     */
    public Optional<String> text(Path file, String prefix) {
        return parsed(file).text(prefix);
    }

    /** The same of a file whose bytes are at hand. @param file named in messages; not read */
    public Optional<String> text(Path file, byte[] bytes, String prefix) {
        return parsed(file, bytes).text(prefix);
    }

    /**
     * Reads the bytes of a file, unjudged but for their number.
     *
     * @throws UserException if the file cannot be read, or has more than {@link #MAXIMUM_BYTES}
     */
    public byte[] bytes(Path file) {
        return allBytes(file);
    }

    /**
     * Reads the music of a file whose bytes are at hand, as {@link #read(Path)}.
     *
     * @param file gives the title, and is named in messages; not read
     */
    public Score read(Path file, byte[] bytes) {
        Parsed parsed = parsed(file, bytes);
        return new ScoreAssembly(file, parsed.header, parsed.tracks).score();
    }

    private record Parsed(MidiFileCheck.Header header, Track[] tracks) {
        Optional<String> text(String prefix) {
            return Stream.of(tracks)
                    .flatMap(track -> MetaEvents.of(track, MetaEvents.TEXT))
                    .map(event -> MetaEvents.text(event.data()))
                    .filter(text -> text.startsWith(prefix))
                    .map(text -> text.substring(prefix.length()))
                    .findFirst();
        }
    }

    private static Parsed parsed(Path file) {
        return parsed(file, allBytes(file));
    }

    private static Parsed parsed(Path file, byte[] bytes) {
        MidiFileCheck.Header header = new MidiFileCheck(file, bytes).check();
        try {
            Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(bytes));
            return new Parsed(header, sequence.getTracks());
        } catch (InvalidMidiDataException | IOException | RuntimeException e) {
            // The JDK's parser also lets unchecked exceptions out at bytes it does not expect.
            throw new UserException(
                    "'" + file + "' is a damaged MIDI file: the JDK refuses it (" + e + "); export it again", e);
        }
    }

    private static byte[] allBytes(Path file) {
        if (Files.isDirectory(file)) {
            throw new UserException("'" + file + "' is a folder; give a .mid file");
        }
        // Bounded here and not by the file's size, which pipes and devices do not tell.
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAXIMUM_BYTES + 1);
            if (bytes.length > MAXIMUM_BYTES) {
                throw new UserException(
                        "'" + file + "' is too large: a MIDI file may have up to " + MAXIMUM_BYTES + " bytes");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new UserException("'" + file + "' does not exist; give a .mid file", e);
        } catch (AccessDeniedException e) {
            throw new UserException(
                    "'" + file + "' may not be read: access is denied; give a .mid file you may read", e);
        } catch (IOException e) {
            throw new UserException("'" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }
}
