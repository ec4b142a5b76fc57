package cadenza.host.picture;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import java.util.ArrayList;
import java.util.List;

/** A note in the colour of its track. */
record ColouredNote(Note note, int colour) {
    /** The notes of all percussion tracks, or of all others. */
    static List<ColouredNote> of(Score score, boolean percussion) {
        List<ColouredNote> notes = new ArrayList<>();
        for (int track = 0; track < score.tracks().size(); track++) {
            if (score.tracks().get(track).percussion() == percussion) {
                for (Note note : score.tracks().get(track).notes()) {
                    notes.add(new ColouredNote(note, Palette.track(track)));
                }
            }
        }
        return notes;
    }

    boolean isIn(RollSystem system) {
        return note.tick() < system.until() && note.end() > system.from();
    }

    int shade() {
        return Palette.shade(colour, note.velocity());
    }
}
