package cadenza.host.rewriting;

import cadenza.api.document.Note;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Notes on the grid, by step, then highest first. */
record GridNotes(List<GridNote> notes) {
    private static final Comparator<GridNote> ORDER = Comparator.comparingLong(GridNote::from)
            .thenComparing(Comparator.comparingInt(GridNote::pitch).reversed());

    /** Those of a track: of two that follow each other and fall on one step, the longer stays, or the first. */
    static GridNotes of(Track track, int index, int step) {
        List<GridNote> kept = new ArrayList<>();
        for (int i = 0; i < track.notes().size(); i++) {
            Note note = track.notes().get(i);
            long from = nearest(note.tick(), step);
            long to = Math.max(from + 1, nearest(note.end(), step));
            GridNote placed = new GridNote(note, List.of(new Origin(index, i)), from, to);
            int before = kept.size() - 1;
            while (before >= 0
                    && kept.get(before).from() == from
                    && !follows(note, kept.get(before).note(), step)) {
                before--;
            }
            if (before >= 0 && kept.get(before).from() == from) {
                GridNote other = kept.get(before);
                boolean longer = note.duration() > other.note().duration();
                kept.set(before, longer ? placed.with(other.origins()) : other.with(placed.origins()));
            } else {
                kept.add(placed);
            }
        }
        kept.sort(ORDER);
        return new GridNotes(kept);
    }

    /** Those of several tracks together. */
    static GridNotes together(List<GridNotes> tracks) {
        List<GridNote> notes = new ArrayList<>();
        tracks.forEach(track -> notes.addAll(track.notes));
        notes.sort(ORDER);
        return new GridNotes(notes);
    }

    /** The step nearest to a tick. */
    static long nearest(long tick, int step) {
        return (tick + step / 2) / step;
    }

    /** Whether a note begins after another, about where that ends. */
    private static boolean follows(Note note, Note other, int step) {
        return note.tick() > other.tick() && other.end() <= note.tick() + step / 4;
    }

    /** The notes that begin on one step, for each step on which any do; highest first. */
    List<List<GridNote>> chords() {
        List<List<GridNote>> chords = new ArrayList<>();
        for (GridNote note : notes) {
            if (chords.isEmpty() || chords.get(chords.size() - 1).get(0).from() != note.from()) {
                chords.add(new ArrayList<>());
            }
            chords.get(chords.size() - 1).add(note);
        }
        return chords;
    }

    /** How many sound together at most; 1 is a single line. */
    int polyphony(int step) {
        int most = 0;
        List<GridNote> sounding = new ArrayList<>();
        for (List<GridNote> chord : chords()) {
            GridNote first = first(chord);
            sounding.removeIf(note -> !note.soundsInto(first, step));
            sounding.addAll(chord);
            most = Math.max(most, sounding.size());
        }
        return most;
    }

    /** The note of a chord that begins first. */
    static GridNote first(List<GridNote> chord) {
        return chord.stream()
                .min(Comparator.comparingLong(note -> note.note().tick()))
                .orElseThrow();
    }

    double meanPitch() {
        return notes.stream().mapToInt(GridNote::pitch).average().orElse(0);
    }
}
