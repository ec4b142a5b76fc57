package cadenza.host.music;

import cadenza.api.UserException;
import cadenza.api.document.Note;
import cadenza.api.document.Track;
import cadenza.host.music.TrackSpan.EventSpan;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Changes notes of a MIDI file and nothing else: controllers, pitch bends, lyrics, system exclusives, markers, chunks of
 * other programs, the division and the order of the tracks stay as they are. A track that is not changed is copied byte
 * for byte, and so is every event of a changed one, but for a delta time beside a change and a status byte that was left
 * out because the event before had the same.
 *
 * <p>At one tick a new note-off stands before all events of its track, a new note-on behind them. No note of the file
 * gives way to a new one: on one track and channel a pitch sounds once, so a new note that is in the way of one that
 * stays is cut, or left out, and {@link Spliced} says so. A track ends later only where a new note does.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class MidiSplice {
    private static final int TYPE_AT = 8; // of the header chunk: mark, length, type, number of tracks
    private static final int TRACKS_AT = 10;

    private final Path file;
    private final byte[] bytes;
    private final int type;
    private final FileTicks ticks;
    private final List<TrackSpan> tracks;
    private final List<List<FileNote>> notes = new ArrayList<>(); // of each track

    /**
     * A file that is at hand.
     *
     * @param file named in messages; not read
     * @param bytes of the file; not to be changed
     * @throws UserException if it is no whole MIDI file within the limits of {@link MidiReader}, or counts time in SMPTE
     *     frames
     */
    public MidiSplice(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
        TrackSpan.Collector spans = new TrackSpan.Collector();
        MidiFileCheck.Header header = new MidiFileCheck(file, bytes, spans).check();
        if (!(header.timebase() instanceof Timebase.Quarters quarters)) {
            throw new UserException("'" + file + "' counts time in SMPTE frames (" + header.timebase()
                    + "), so that its bars lie between its ticks; export it with ticks a quarter");
        }
        type = header.type();
        ticks = new FileTicks(quarters.ticks());
        tracks = spans.tracks();
        tracks.forEach(track -> notes.add(FileNote.of(track, bytes)));
    }

    /**
     * A file with its changes.
     *
     * @param bytes the file
     * @param shortened new or resized notes that were cut because a note of their pitch was in the way
     * @param leftOut those of which nothing was left
     */
    public record Spliced(byte[] bytes, List<NoteEdit> shortened, List<NoteEdit> leftOut) {
        public Spliced {
            shortened = List.copyOf(shortened);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** For each track of the score that {@link MidiReader} makes of the file, where it stands in the file. */
    public List<FilePart> parts() {
        List<FilePart> parts = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            Set<Integer> channels = new TreeSet<>();
            notes.get(i).forEach(note -> channels.add(note.channel()));
            for (int channel : channels) {
                parts.add(new FilePart(i, channel));
            }
        }
        return parts;
    }

    /** Type of the file: 0 or 1. */
    public int type() {
        return type;
    }

    /** The channels that any event of the file is for, 0 to 15; tracks to append are best given others. */
    public Set<Integer> channels() {
        Set<Integer> channels = new TreeSet<>();
        tracks.forEach(track ->
                track.events().stream().filter(EventSpan::ofChannel).forEach(event -> channels.add(event.channel())));
        return channels;
    }

    /**
     * The file with changes. Ticks are rounded to the nearest of the file, and a note keeps at least one of them.
     *
     * @throws IllegalArgumentException if a note to change is not in the file, or a file track is not there
     * @throws UserException if the file would go beyond the limits of {@link MidiReader}
     */
    public Spliced apply(MidiEdit edit) {
        Map<Integer, List<NoteEdit>> edits = new HashMap<>();
        for (NoteEdit change : edit.notes()) {
            int track = change.part().fileTrack();
            if (track >= tracks.size()) {
                throw new IllegalArgumentException("'" + file + "' has no file track " + track);
            }
            edits.computeIfAbsent(track, any -> new ArrayList<>()).add(change);
        }
        List<NoteEdit> shortened = new ArrayList<>();
        List<NoteEdit> leftOut = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int copied = 0;
        long end = 0;
        for (int i = 0; i < tracks.size(); i++) {
            TrackSpan track = tracks.get(i);
            boolean text = i == 0 && edit.text().isPresent();
            if (edits.containsKey(i) || text) {
                out.write(bytes, copied, track.from() - Integer.BYTES - copied);
                TrackChanges changes = new TrackChanges(track, bytes);
                NoteChanges ofNotes = new NoteChanges(notes.get(i), track.end(), ticks, changes);
                ofNotes.make(edits.getOrDefault(i, List.of()));
                shortened.addAll(ofNotes.shortened());
                leftOut.addAll(ofNotes.leftOut());
                if (text) {
                    changes.startText(edit.text().get());
                }
                byte[] data = changes.data();
                out.writeBytes(
                        ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
                out.writeBytes(data);
                copied = track.until();
                end = Math.max(end, changes.end());
            }
            end = Math.max(end, track.end());
        }
        int last = tracks.get(tracks.size() - 1).until();
        out.write(bytes, copied, last - copied);
        append(edit.appended(), end, out);
        out.write(bytes, last, bytes.length - last);
        return new Spliced(checked(withHeader(out.toByteArray(), edit.appended().size())), shortened, leftOut);
    }

    private void append(List<Track> appended, long end, ByteArrayOutputStream out) {
        List<Track> scaled = appended.stream()
                .map(track -> new Track(
                        track.name(),
                        track.channel(),
                        track.program(),
                        track.notes().stream().map(ticks::ofFile).toList()))
                .toList();
        long last = scaled.stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::end)
                .reduce(end, Math::max);
        List<List<FileEvent>> chunks = MidiWriter.trackEvents(scaled);
        try (DataOutputStream file = new DataOutputStream(out)) {
            for (List<FileEvent> events : chunks) {
                new TrackChunk(events, last).writeTo(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    private byte[] withHeader(byte[] spliced, int appended) {
        if (appended > 0) {
            ByteBuffer header = ByteBuffer.wrap(spliced);
            header.putShort(TYPE_AT, (short) Math.max(type, MidiFileType.SIMULTANEOUS_TRACKS.number()));
            header.putShort(TRACKS_AT, (short) (tracks.size() + appended));
        }
        return spliced;
    }

    /** What is written must be read again. */
    private byte[] checked(byte[] spliced) {
        if (spliced.length > MidiReader.MAXIMUM_BYTES) {
            throw new UserException("'" + file + "' would be too large with its new notes: a MIDI file may have up to "
                    + MidiReader.MAXIMUM_BYTES + " bytes");
        }
        new MidiFileCheck(file, spliced).check();
        return spliced;
    }
}
