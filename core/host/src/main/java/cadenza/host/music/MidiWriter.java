package cadenza.host.music;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Writes scores as standard MIDI files at {@link Score#TICKS_PER_QUARTER}. The same score gives the same bytes on every
 * machine and Java version; they are written here rather than by javax.sound.midi because that takes up to 50 ms to
 * start. What the files promise is in {@code src/docs/midi-contract.md}, and {@link MidiContract} checks it.
 *
 * <p>The first file track holds the title, the text, tempos, time signatures and the key signature (text as UTF-8). In a
 * file of type 1 each track of the score follows with its name, its program and its notes; in one of type 0 they are in
 * the first, their names as instrument names of their channels. Note-offs stand before note-ons of the same tick. Every
 * file track ends at {@link Score#end()}.
 *
 * <p>Stateless; safe for use by several threads.
 */
public final class MidiWriter {
    private static final int CLOCKS_PER_WHOLE_NOTE = 96;
    private static final int THIRTY_SECONDS_PER_QUARTER = 8;
    private static final double MICROSECONDS_PER_MINUTE = 60_000_000;
    private static final Comparator<FileEvent> BY_TICK = Comparator.comparingLong(FileEvent::tick);

    private final MidiFileType type;

    /** Writes files of type 1. */
    public MidiWriter() {
        this(MidiFileType.SIMULTANEOUS_TRACKS);
    }

    public MidiWriter(MidiFileType type) {
        this.type = type;
    }

    /**
     * The bytes of a file.
     *
     * <p>A channel sounds a pitch only once: a note ends where its pitch is struck again on its channel (a tick earlier
     * where that is in a track before its own), and of two notes of one pitch and tick the last track's last is written.
     * A track without a name is called after its place: {@code Track 1}. Tempos and meters after the end are left out.
     *
     * @param text a text event (meta event 0x01) at the start, such as Cadenza's recipe
     * @throws IllegalArgumentException if the score ends before tick 0, two events lie further apart than a MIDI file can
     *     say (268,435,455 ticks, over six days at 60 quarters a minute), or it has 65,535 tracks or more
     */
    public byte[] write(Score score, Optional<String> text) {
        List<List<FileEvent>> fileTracks =
                type == MidiFileType.ONE_TRACK ? List.of(oneTrack(score, text)) : tracks(score, text);
        if (fileTracks.size() > 0xFFFF) {
            throw new IllegalArgumentException(fileTracks.size() + " tracks are more than a MIDI file can hold");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream file = new DataOutputStream(bytes)) {
            file.writeBytes("MThd");
            file.writeInt(6); // bytes of the header
            file.writeShort(type.number());
            file.writeShort(fileTracks.size());
            file.writeShort(Score.TICKS_PER_QUARTER);
            for (List<FileEvent> events : fileTracks) {
                new TrackChunk(events, score.end()).writeTo(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static List<List<FileEvent>> tracks(Score score, Optional<String> text) {
        List<List<FileEvent>> fileTracks = new ArrayList<>();
        fileTracks.add(conductor(score, text));
        fileTracks.addAll(trackEvents(score.tracks()));
        return fileTracks;
    }

    /** For each track its name, its program and its notes. */
    static List<List<FileEvent>> trackEvents(List<Track> tracks) {
        List<List<FileEvent>> notes = NoteEvents.of(tracks);
        List<List<FileEvent>> fileTracks = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            List<FileEvent> events = new ArrayList<>();
            events.add(FileEvent.meta(0, MetaEvents.TRACK_NAME, name(tracks, i)));
            events.add(program(tracks.get(i)));
            events.addAll(notes.get(i));
            fileTracks.add(events);
        }
        return fileTracks;
    }

    private static List<FileEvent> oneTrack(Score score, Optional<String> text) {
        List<FileEvent> events = conductor(score, text);
        for (int i = 0; i < score.tracks().size(); i++) {
            byte channel = (byte) score.tracks().get(i).channel();
            events.add(FileEvent.meta(0, MetaEvents.CHANNEL_PREFIX, channel));
            events.add(FileEvent.meta(0, MetaEvents.INSTRUMENT_NAME, name(score.tracks(), i)));
        }
        score.tracks().forEach(track -> events.add(program(track)));
        NoteEvents.of(score.tracks()).forEach(events::addAll);
        events.sort(BY_TICK.thenComparingInt(FileEvent::rank));
        return events;
    }

    private static FileEvent program(Track track) {
        return FileEvent.message(0, FileEvent.PROGRAM_CHANGE, track.channel(), track.program());
    }

    private static byte[] name(List<Track> tracks, int index) {
        String name = tracks.get(index).name();
        return utf8(name.isBlank() ? "Track " + (index + 1) : name);
    }

    private static List<FileEvent> conductor(Score score, Optional<String> text) {
        List<FileEvent> events = new ArrayList<>();
        events.add(FileEvent.meta(0, MetaEvents.TRACK_NAME, utf8(score.title())));
        if (text.isPresent()) {
            events.add(FileEvent.meta(0, MetaEvents.TEXT, utf8(text.get())));
        }
        for (TempoChange tempo : score.tempos()) {
            events.add(FileEvent.meta(tempo.tick(), MetaEvents.TEMPO, data(tempo)));
        }
        for (MeterChange meter : score.meters()) {
            events.add(FileEvent.meta(meter.tick(), MetaEvents.TIME_SIGNATURE, data(meter.meter())));
        }
        if (score.key().isPresent()) {
            events.add(
                    FileEvent.meta(0, MetaEvents.KEY_SIGNATURE, data(score.key().get())));
        }
        events.removeIf(event -> event.tick() > score.end() && event.tick() > 0);
        events.sort(BY_TICK);
        return events;
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
}
