package cadenza.host.music;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import java.util.Objects;

/**
 * A change of one note of a MIDI file. All ticks are those of a score, {@link Score#TICKS_PER_QUARTER} a quarter; a note
 * that is in the file is given as {@link MidiReader} reads it and known by its tick and pitch.
 */
public sealed interface NoteEdit {
    /** The track and channel that the note is in, or goes into. */
    FilePart part();

    /** Takes a note out. */
    record TakeOut(FilePart part, Note note) implements NoteEdit {
        public TakeOut {
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(note, "note");
        }
    }

    /**
     * Moves a note's onset, or its end, or both; pitch and velocity stay. What is not moved keeps the file's own tick.
     *
     * @param note as it is
     * @param from its new onset, 0 or more
     * @param to its new end, after the onset
     */
    record Resize(FilePart part, Note note, long from, long to) implements NoteEdit {
        public Resize {
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(note, "note");
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException("a note cannot last from tick " + from + " to " + to);
            }
        }
    }

    /** Puts a new note in. */
    record Put(FilePart part, Note note) implements NoteEdit {
        public Put {
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(note, "note");
        }
    }
}
