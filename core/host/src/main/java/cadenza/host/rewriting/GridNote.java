package cadenza.host.rewriting;

import cadenza.api.document.Note;
import java.util.List;
import java.util.stream.Stream;

/**
 * A note on the grid.
 *
 * @param note as it was
 * @param origins the note's, then those of notes that met it on its step and gave way
 * @param from the step on which it begins
 * @param to the step on which it no longer sounds, after the first
 */
record GridNote(Note note, List<Origin> origins, long from, long to) {
    int pitch() {
        return note.pitch();
    }

    /** Whether it begins elsewhere than it did. @param ticks of a step */
    boolean moved(int ticks) {
        return from * ticks != note.tick();
    }

    /** The same, with those that gave way to it. */
    GridNote with(List<Origin> more) {
        return new GridNote(note, Stream.concat(origins.stream(), more.stream()).toList(), from, to);
    }

    /** The same, ending by a step. */
    GridNote until(long step) {
        return new GridNote(note, origins, from, Math.min(to, step));
    }

    /**
     * Whether it sounds together with a note of a later step. Less than a step of it is legato, not a chord.
     *
     * @param ticks of a step
     */
    boolean soundsInto(GridNote later, int ticks) {
        return later.note.tick() <= note.end() - ticks;
    }

    /** Such as {@code 3 notes}. */
    static String count(int notes) {
        return notes == 1 ? "1 note" : notes + " notes";
    }
}
