package cadenza.host.music;

import cadenza.api.document.Note;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The note-ons and note-offs of tracks, such that each channel sounds a pitch only once at a time, whichever of its
 * tracks strikes it.
 */
final class NoteEvents {
    private static final int CHANNELS = 16;
    private static final int PITCHES = 128;
    private static final int RELEASE_VELOCITY = 64; // the standard's value for keyboards that do not sense it

    private static final Comparator<FileEvent> ORDER = Comparator.comparingLong(FileEvent::tick)
            .thenComparingInt(FileEvent::rank)
            .thenComparingInt(event -> event.value(0));

    private record Placed(int track, Note note) {}

    private final List<Track> tracks;
    private final Placed[][] struckNext = new Placed[CHANNELS][PITCHES]; // null where nothing follows
    private final List<List<FileEvent>> events = new ArrayList<>();

    private NoteEvents(List<Track> tracks) {
        this.tracks = tracks;
        tracks.forEach(track -> events.add(new ArrayList<>()));
    }

    /** For each track its events, ordered by tick, note-offs first, then by pitch. */
    static List<List<FileEvent>> of(List<Track> tracks) {
        NoteEvents all = new NoteEvents(tracks);
        List<Placed> notes = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            for (Note note : tracks.get(i).notes()) {
                notes.add(new Placed(i, note));
            }
        }
        notes.sort(Comparator.comparingLong(placed -> placed.note.tick()));
        // Backwards, so that each note knows when its pitch is struck next.
        for (int i = notes.size() - 1; i >= 0; i--) {
            all.add(notes.get(i));
        }
        all.events.forEach(ofTrack -> ofTrack.sort(ORDER));
        return all.events;
    }

    private void add(Placed placed) {
        Note note = placed.note;
        int channel = tracks.get(placed.track).channel();
        Placed next = struckNext[channel][note.pitch()];
        long end = next == null ? note.end() : Math.min(note.end(), latestEnd(placed, next));
        if (end > note.tick()) {
            List<FileEvent> ofTrack = events.get(placed.track);
            ofTrack.add(FileEvent.message(note.tick(), FileEvent.NOTE_ON, channel, note.pitch(), note.velocity()));
            ofTrack.add(FileEvent.message(end, FileEvent.NOTE_OFF, channel, note.pitch(), RELEASE_VELOCITY));
            struckNext[channel][note.pitch()] = placed;
        }
    }

    /**
     * Players merge tracks in the order of the file: at one tick a note-off in a later track would come after the
     * note-on, and silence the new note. So there the old note ends a tick earlier.
     */
    private static long latestEnd(Placed placed, Placed next) {
        return placed.track > next.track ? next.note.tick() - 1 : next.note.tick();
    }
}
