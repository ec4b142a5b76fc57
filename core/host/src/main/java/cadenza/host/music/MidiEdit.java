package cadenza.host.music;

import cadenza.api.document.Track;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@link MidiSplice} changes in a MIDI file. Immutable.
 *
 * @param notes in any order, but that of two new notes that are in each other's way the first has precedence
 * @param appended tracks that come after the file's own, in ticks of a score; a track chunk each
 * @param text a text event for the start of the file
 */
public record MidiEdit(List<NoteEdit> notes, List<Track> appended, Optional<StartText> text) {
    /** Changes nothing. */
    public static final MidiEdit NONE = new MidiEdit(List.of(), List.of(), Optional.empty());

    public MidiEdit {
        notes = List.copyOf(notes);
        appended = List.copyOf(appended);
        Objects.requireNonNull(text, "text");
    }

    /**
     * A text event (meta event 0x01) at tick 0 of the first file track, which {@link MidiReader#text} finds. It takes the
     * place of the first one there with the same prefix, if there is one.
     *
     * @param prefix what the event begins with; not empty
     * @param text what follows the prefix
     */
    public record StartText(String prefix, String text) {
        public StartText {
            Objects.requireNonNull(text, "text");
            if (prefix.isEmpty()) {
                throw new IllegalArgumentException("the prefix is empty: any text event would be replaced");
            }
        }
    }

    /** The same with these changes of notes in the place of its own. */
    public MidiEdit withNotes(List<NoteEdit> edits) {
        return new MidiEdit(edits, appended, text);
    }

    /** The same with these appended tracks in the place of its own. */
    public MidiEdit withAppended(List<Track> tracks) {
        return new MidiEdit(notes, tracks, text);
    }

    /** The same with this text at the start. */
    public MidiEdit withText(String prefix, String following) {
        return new MidiEdit(notes, appended, Optional.of(new StartText(prefix, following)));
    }
}
