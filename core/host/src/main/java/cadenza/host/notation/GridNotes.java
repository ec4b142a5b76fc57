package cadenza.host.notation;

import cadenza.api.document.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Notes on a grid, none of a pitch overlapping another.
 *
 * @param moved how many did not begin on it
 * @param lost how many began at the same point as another of their pitch, and gave way to the longer
 */
record GridNotes(List<Note> notes, int moved, int lost) {
    /** Each onset and end goes to the nearest point of the grid; a note lasts at least one step. */
    static GridNotes of(List<Note> notes, int grid) {
        int moved = 0;
        int lost = 0;
        List<TreeMap<Long, Note>> byPitch = new ArrayList<>();
        for (int pitch = 0; pitch < 128; pitch++) {
            byPitch.add(new TreeMap<>());
        }
        for (Note note : notes) {
            long start = nearest(note.tick(), grid);
            long end = Math.max(start + grid, nearest(note.end(), grid));
            Note placed = new Note(start, end - start, note.pitch(), note.velocity());
            if (start != note.tick()) {
                moved++;
            }
            Note earlier = byPitch.get(note.pitch()).get(start);
            if (earlier != null) {
                lost++;
            }
            if (earlier == null || earlier.duration() < placed.duration()) {
                byPitch.get(note.pitch()).put(start, placed);
            }
        }
        List<Note> all = new ArrayList<>();
        for (TreeMap<Long, Note> ofPitch : byPitch) {
            for (Note note : ofPitch.values()) {
                Long next = ofPitch.higherKey(note.tick());
                long end = next == null ? note.end() : Math.min(note.end(), next);
                all.add(new Note(note.tick(), end - note.tick(), note.pitch(), note.velocity()));
            }
        }
        return new GridNotes(all, moved, lost);
    }

    /** Strokes of drums, which have no length of their own: each lasts to the next, a beat at most. */
    static List<Note> untilNextStroke(List<Note> notes, int beat) {
        TreeSet<Long> onsets = new TreeSet<>();
        notes.forEach(note -> onsets.add(note.tick()));
        List<Note> strokes = new ArrayList<>();
        for (Note note : notes) {
            Long next = onsets.higher(note.tick());
            long most = beat - note.tick() % beat;
            long duration = next == null ? most : Math.min(most, next - note.tick());
            strokes.add(new Note(note.tick(), duration, note.pitch(), note.velocity()));
        }
        return strokes;
    }

    static long nearest(long tick, int grid) {
        return (2 * tick + grid) / (2L * grid) * grid;
    }
}
