package cadenza.host.rewriting;

import static cadenza.host.rewriting.ExamplePieces.fit;
import static cadenza.host.rewriting.ExamplePieces.note;
import static cadenza.host.rewriting.ExamplePieces.piece;
import static cadenza.host.rewriting.ExamplePieces.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.host.music.FilePart;
import cadenza.host.music.MidiEdit;
import cadenza.host.music.MidiReader;
import cadenza.host.music.MidiSplice;
import cadenza.host.music.MidiWriter;
import cadenza.host.music.NoteEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VoiceEditsTest {
    private static final FilePart PART = new FilePart(1, 0);

    private static List<NoteEdit> edits(Score piece, Note... rewritten) {
        return new VoiceEdits(piece, fit(piece), List.of(PART)).of(0, List.of(rewritten));
    }

    @Test
    void a_voice_that_is_as_it_was_shown_changes_nothing_though_it_was_moved_to_the_grid() {
        Score piece = piece(track(0, new Note(3, 470, 72, 80), new Note(484, 300, 86, 80)));

        assertThat(edits(piece, note(0, 4, 72), note(4, 3, 74))).isEmpty();
    }

    @Test
    void a_note_of_another_length_has_its_end_moved_and_keeps_its_own_onset() {
        Note held = new Note(3, 957, 72, 80);

        assertThat(edits(piece(track(0, held)), note(0, 4, 72), note(4, 4, 74)))
                .containsExactly(new NoteEdit.Resize(PART, held, 3, 480), new NoteEdit.Put(PART, note(4, 4, 74)));
    }

    @Test
    void a_new_note_is_as_loud_as_the_one_that_began_nearest_to_it() {
        Score piece = piece(track(0, new Note(0, 480, 72, 50), new Note(480, 480, 74, 99)));

        assertThat(edits(piece, note(0, 3, 71), note(3, 5, 76)))
                .containsExactly(
                        new NoteEdit.TakeOut(PART, new Note(0, 480, 72, 50)),
                        new NoteEdit.TakeOut(PART, new Note(480, 480, 74, 99)),
                        new NoteEdit.Put(PART, new Note(0, 360, 71, 50)),
                        new NoteEdit.Put(PART, new Note(360, 600, 76, 99)));
    }

    @Test
    void a_note_that_met_another_on_its_step_goes_with_it() {
        Note grace = new Note(0, 40, 74, 80);
        Note main = new Note(40, 440, 72, 80);
        Score piece = piece(
                track(0, grace, main, note(4, 1, 71), note(5, 1, 72), note(6, 1, 74), note(7, 1, 76), note(8, 1, 77)));

        assertThat(edits(piece, note(4, 1, 71), note(5, 1, 72), note(6, 1, 74), note(7, 1, 76), note(8, 1, 77)))
                .containsExactly(new NoteEdit.TakeOut(PART, main), new NoteEdit.TakeOut(PART, grace));
    }

    @Test
    void a_voice_without_notes_has_no_place_in_the_file() {
        Score piece = piece(track(0, note(0, 4, 72)));

        assertThatThrownBy(() -> new VoiceEdits(piece, fit(piece), List.of(PART)).of(1, List.of(note(0, 4, 60))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("voice 1");
    }

    @Test
    void the_alto_of_a_file_is_rewritten_in_its_own_track_and_nothing_else_is() {
        Path path = Path.of("x.mid");
        byte[] file = new MidiWriter()
                .write(
                        piece(
                                track(0, note(0, 16, 76), note(16, 16, 77)),
                                track(1, note(0, 8, 72), note(8, 16, 71), note(24, 8, 72)),
                                track(2, note(0, 32, 55)),
                                track(3, note(0, 32, 48))),
                        Optional.empty());
        MidiSplice splice = new MidiSplice(path, file);
        Score piece = new MidiReader().read(path, file);
        VoiceFit fit = fit(piece);

        List<NoteEdit> edits = new VoiceEdits(piece, fit, splice.parts())
                .of(1, List.of(note(0, 8, 72), note(8, 8, 71), note(16, 8, 69), note(24, 8, 72)));
        Score after = new MidiReader()
                .read(path, splice.apply(MidiEdit.NONE.withNotes(edits)).bytes());

        assertThat(after.tracks().get(1).notes())
                .containsExactly(note(0, 8, 72), note(8, 8, 71), note(16, 8, 69), note(24, 8, 72));
        assertThat(List.of(
                        after.tracks().get(0),
                        after.tracks().get(2),
                        after.tracks().get(3)))
                .isEqualTo(List.of(
                        piece.tracks().get(0),
                        piece.tracks().get(2),
                        piece.tracks().get(3)));
    }
}
