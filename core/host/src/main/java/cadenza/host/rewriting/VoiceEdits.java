package cadenza.host.rewriting;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.host.music.FilePart;
import cadenza.host.music.NoteEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns what a model wrote for a voice into changes of the notes of the file, as few as can be: a note that the model left
 * as it was shown stays as it is in the file, one with another length has its end moved. Immutable.
 */
public final class VoiceEdits {
    private static final int OCTAVE = 12;

    private final Score piece;
    private final VoiceFit fit;
    private final List<FilePart> parts;

    private record Strike(long tick, int pitch) {}

    /**
     * @param piece that was fitted
     * @param parts where its tracks stand in the file, from {@link cadenza.host.music.MidiSplice#parts}
     */
    public VoiceEdits(Score piece, VoiceFit fit, List<FilePart> parts) {
        if (parts.size() != piece.tracks().size()) {
            throw new IllegalArgumentException(
                    parts.size() + " parts are not those of " + piece.tracks().size() + " tracks");
        }
        this.piece = piece;
        this.fit = fit;
        this.parts = List.copyOf(parts);
    }

    /**
     * The changes that make a voice of the file sound as it was rewritten. A new note goes to the track and channel of the
     * note of its voice that began nearest to it, and gets that note's velocity; where the model was shown that note in
     * another octave, the new one is as far from the model's.
     *
     * @param voice its index
     * @param rewritten the whole voice, a single line, what was not rewritten as in {@link VoiceFit#score}
     * @throws IllegalArgumentException if the voice had no notes, so that no track of the file is its own
     */
    public List<NoteEdit> of(int voice, List<Note> rewritten) {
        List<Note> shown = fit.score().tracks().get(voice).notes();
        if (shown.isEmpty()) {
            throw new IllegalArgumentException("voice " + voice + " has no track in the file; append one");
        }
        Map<Strike, Note> wanted = new HashMap<>();
        rewritten.forEach(note -> wanted.put(new Strike(note.tick(), note.pitch()), note));
        List<NoteEdit> edits = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Note was = shown.get(i);
            Note is = wanted.remove(new Strike(was.tick(), was.pitch()));
            List<Origin> origins = fit.origins().get(voice).get(i);
            if (is == null) {
                origins.forEach(origin -> edits.add(new NoteEdit.TakeOut(part(origin), note(origin))));
            } else if (is.end() != was.end()) {
                Note note = note(origins.get(0));
                edits.add(new NoteEdit.Resize(part(origins.get(0)), note, note.tick(), is.end()));
            }
        }
        for (Note note : rewritten) {
            if (wanted.containsKey(new Strike(note.tick(), note.pitch()))) {
                int near = fit.nearest(voice, note.tick()).orElseThrow();
                FilePart part = part(fit.origins().get(voice).get(near).get(0));
                int velocity = shown.get(near).velocity();
                int pitch = note.pitch() + fit.shift(piece, voice, near);
                edits.add(new NoteEdit.Put(part, new Note(note.tick(), note.duration(), within(pitch), velocity)));
            }
        }
        return edits;
    }

    /** The pitch itself, or what is nearest to it in MIDI's range, whole octaves away. */
    private static int within(int pitch) {
        return pitch < 0
                ? Math.floorMod(pitch, OCTAVE)
                : pitch > 127 ? 127 - Math.floorMod(127 - pitch, OCTAVE) : pitch;
    }

    private FilePart part(Origin origin) {
        return parts.get(origin.track());
    }

    private Note note(Origin origin) {
        return piece.tracks().get(origin.track()).notes().get(origin.note());
    }
}
