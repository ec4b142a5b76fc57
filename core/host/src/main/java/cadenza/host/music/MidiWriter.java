package cadenza.host.music;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Writes scores as standard MIDI files of type 1 at {@link Score#TICKS_PER_QUARTER}. The same score gives the same
 * bytes on every machine and Java version; they are written here rather than by javax.sound.midi because that takes up
 * to 50 ms to start.
 *
 * <p>The first file track holds the title, the text, tempos, time signatures and the key signature (text as UTF-8); each
 * track of the score follows with its name, its program and its notes. Note-offs stand before note-ons of the same tick.
 * Every file track ends at {@link Score#end()}.
 *
 * <p>Stateless; safe for use by several threads.
 */
public final class MidiWriter {
    private static final int NOTE_OFF = 0x80;
    private static final int NOTE_ON = 0x90;
    private static final int PROGRAM_CHANGE = 0xC0;
    private static final int RELEASE_VELOCITY = 64; // the standard's value for keyboards that do not sense it
    private static final int CLOCKS_PER_WHOLE_NOTE = 96;
    private static final int THIRTY_SECONDS_PER_QUARTER = 8;
    private static final double MICROSECONDS_PER_MINUTE = 60_000_000;

    /**
     * The bytes of a file.
     *
     * <p>A channel sounds a pitch only once: a note of a track ends where the same track strikes its pitch again, and of
     * two notes of one pitch and tick the track's last is written. Tempos and meters after the end are left out.
     *
     * @param text a text event (meta event 0x01) at the start, such as Cadenza's recipe
     * @throws IllegalArgumentException if the score ends before tick 0, two events lie further apart than a MIDI file can
     *     say (268,435,455 ticks, over six days at 60 quarters a minute), or it has 65,535 tracks or more
     */
    public byte[] write(Score score, Optional<String> text) {
        int fileTracks = score.tracks().size() + 1;
        if (fileTracks > 0xFFFF) {
            throw new IllegalArgumentException(fileTracks + " tracks are more than a MIDI file can hold");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream file = new DataOutputStream(bytes)) {
            file.writeBytes("MThd");
            file.writeInt(6); // bytes of the header
            file.writeShort(1); // type
            file.writeShort(fileTracks);
            file.writeShort(Score.TICKS_PER_QUARTER);
            conductor(score, text).writeTo(file, score.end());
            for (Track track : score.tracks()) {
                chunk(track).writeTo(file, score.end());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private record Change(long tick, int type, byte[] data) implements Comparable<Change> {
        @Override
        public int compareTo(Change other) {
            return Long.compare(tick, other.tick);
        }
    }

    private static TrackChunk conductor(Score score, Optional<String> text) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(0, MetaEvents.TRACK_NAME, utf8(score.title())));
        if (text.isPresent()) {
            changes.add(new Change(0, MetaEvents.TEXT, utf8(text.get())));
        }
        for (TempoChange tempo : score.tempos()) {
            changes.add(new Change(tempo.tick(), MetaEvents.TEMPO, data(tempo)));
        }
        for (MeterChange meter : score.meters()) {
            changes.add(new Change(meter.tick(), MetaEvents.TIME_SIGNATURE, data(meter.meter())));
        }
        if (score.key().isPresent()) {
            changes.add(new Change(0, MetaEvents.KEY_SIGNATURE, data(score.key().get())));
        }
        Collections.sort(changes);
        TrackChunk chunk = new TrackChunk();
        for (Change change : changes) {
            if (change.tick <= score.end()) {
                chunk.meta(change.tick, change.type, change.data);
            }
        }
        return chunk;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] data(TempoChange tempo) {
        int microseconds = (int) Math.round(MICROSECONDS_PER_MINUTE / tempo.beatsPerMinute());
        return new byte[] {(byte) (microseconds >> 16), (byte) (microseconds >> 8), (byte) microseconds};
    }

    private static byte[] data(Meter meter) {
        int clocksPerBeat = Math.max(1, CLOCKS_PER_WHOLE_NOTE / meter.unit());
        int powerOfTwo = Integer.numberOfTrailingZeros(meter.unit());
        return new byte[] {(byte) meter.beats(), (byte) powerOfTwo, (byte) clocksPerBeat, THIRTY_SECONDS_PER_QUARTER};
    }

    private static byte[] data(KeySignature key) {
        return new byte[] {(byte) key.fifths(), (byte) (key.minor() ? 1 : 0)};
    }

    /** A press or release, ordered by tick, releases first, then by pitch. */
    private record Key(long tick, boolean pressed, int pitch, int velocity) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            if (tick != other.tick) {
                return Long.compare(tick, other.tick);
            }
            return pressed == other.pressed
                    ? Integer.compare(pitch, other.pitch)
                    : Boolean.compare(pressed, other.pressed);
        }
    }

    private static TrackChunk chunk(Track track) {
        TrackChunk chunk = new TrackChunk();
        chunk.meta(0, MetaEvents.TRACK_NAME, utf8(track.name()));
        chunk.message(0, PROGRAM_CHANGE | track.channel(), track.program());
        for (Key key : keys(track.notes())) {
            int status = key.pressed ? NOTE_ON : NOTE_OFF;
            chunk.message(key.tick, status | track.channel(), key.pitch, key.velocity);
        }
        return chunk;
    }

    /** Goes through the notes backwards, so that each knows when its pitch is struck next. */
    private static List<Key> keys(List<Note> notes) {
        long[] struckNext = new long[128]; // by pitch
        Arrays.fill(struckNext, Long.MAX_VALUE);
        List<Key> keys = new ArrayList<>();
        for (int i = notes.size() - 1; i >= 0; i--) {
            Note note = notes.get(i);
            long next = struckNext[note.pitch()];
            if (note.tick() < next) {
                keys.add(new Key(note.tick(), true, note.pitch(), note.velocity()));
                keys.add(new Key(Math.min(note.end(), next), false, note.pitch(), RELEASE_VELOCITY));
                struckNext[note.pitch()] = note.tick();
            }
        }
        Collections.sort(keys);
        return keys;
    }
}
