package cadenza.host.notation;

import cadenza.api.document.Note;
import java.util.List;

/** The clef of a staff. */
public enum Clef {
    /** E4 to F5 lie on the staff. */
    TREBLE(64, 77),
    /** G2 to A3 lie on the staff. */
    BASS(43, 57),
    /** Lines stand for drums. */
    PERCUSSION(0, 127);

    private final int lowest;
    private final int highest;

    Clef(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The one of the first two that needs fewer ledger lines. */
    static Clef of(List<Note> notes) {
        return BASS.outside(notes) < TREBLE.outside(notes) ? BASS : TREBLE;
    }

    private long outside(List<Note> notes) {
        return notes.stream()
                .mapToLong(note -> Math.max(0, Math.max(lowest - note.pitch(), note.pitch() - highest)))
                .sum();
    }
}
