package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Most files have a division of 96 (0x60), so that a tick of the file is five of a score. */
class MidiSpliceTest {
    private static final Path FILE = Path.of("x.mid");
    private static final FilePart FIRST = new FilePart(0, 0);
    private static final String QUARTER_OF_C = "00 90 3C 40  60 80 3C 00 ";

    private static MidiSplice splice(byte[] file) {
        return new MidiSplice(FILE, file);
    }

    private static byte[] edited(byte[] file, NoteEdit... edits) {
        return splice(file).apply(MidiEdit.NONE.withNotes(List.of(edits))).bytes();
    }

    private static List<Note> notes(byte[] file) {
        return new MidiReader().read(FILE, file).tracks().get(0).notes();
    }

    private static byte[] one(String track) {
        return HandmadeFile.of(0, 96, track);
    }

    private static byte[] fileWithHex(int type, String... chunks) {
        byte[] file = HandmadeFile.header(type, chunks.length, 96);
        for (String chunk : chunks) {
            file = HandmadeFile.joined(file, HandmadeFile.chunk("MTrk", chunk));
        }
        return file;
    }

    @Test
    void no_change_gives_the_same_bytes() {
        byte[] file = HandmadeFile.joined(
                HandmadeFile.chunk("MThd", "0000 0001 0060 FFFF"),
                HandmadeFile.chunk("XFIH", "01 02 03"),
                HandmadeFile.chunk(
                        "MTrk",
                        "80 00 F0 05 7E 7F 09 01 F7 00 B0 07 64 00 0A 40" + QUARTER_OF_C + HandmadeFile.END_OF_TRACK),
                HandmadeFile.chunk("XFKM", "01 02 03"));

        assertThat(splice(file).apply(MidiEdit.NONE).bytes()).isEqualTo(file);
    }

    @Test
    void a_note_is_taken_out_with_its_two_events_and_the_next_event_keeps_its_tick() {
        byte[] file = one("00 90 3C 40  60 80 3C 00  00 90 3E 40  81 00 80 3E 00  10 FF 01 01 41 ");

        assertThat(edited(file, new NoteEdit.TakeOut(FIRST, new Note(0, 480, 60, 64))))
                .isEqualTo(one("60 90 3E 40  81 00 80 3E 00  10 FF 01 01 41 "));
    }

    @Test
    void where_the_event_with_the_running_status_goes_the_next_writes_it_out() {
        byte[] file = one("00 90 3C 40  60 3C 00  00 3E 50  60 3E 00");

        assertThat(edited(file, new NoteEdit.TakeOut(FIRST, new Note(0, 480, 60, 64))))
                .isEqualTo(one("60 90 3E 50  60 3E 00"));
    }

    @Test
    void a_running_status_that_a_new_event_breaks_is_written_out() {
        byte[] file = one("00 B0 07 64  60 07 60  60 07 50");

        byte[] edited = edited(file, new NoteEdit.Put(FIRST, new Note(240, 480, 60, 64)));

        assertThat(edited).isEqualTo(one("00 B0 07 64  30 90 3C 40  30 B0 07 60  30 80 3C 40  30 B0 07 50"));
    }

    @Test
    void a_note_off_comes_first_at_its_tick_and_a_note_on_last() {
        byte[] file = one("00 90 3C 40  60 B0 07 60  00 80 3C 00  60 C0 07  60 FF 01 00");

        byte[] edited = edited(
                file,
                new NoteEdit.TakeOut(FIRST, new Note(0, 480, 60, 64)),
                new NoteEdit.Put(FIRST, new Note(480, 480, 60, 65)),
                new NoteEdit.Put(FIRST, new Note(0, 480, 60, 66)));

        assertThat(edited)
                .isEqualTo(one(
                        "00 90 3C 42  60 80 3C 40  00 B0 07 60  00 90 3C 41  60 80 3C 40  00 C0 07" + " 60 FF 01 00"));
    }

    @Test
    void the_end_of_the_track_moves_only_for_a_note_behind_it() {
        byte[] file = fileWithHex(0, QUARTER_OF_C + "60 FF 2F 00");

        assertThat(edited(file, new NoteEdit.Put(FIRST, new Note(480, 480, 62, 64))))
                .isEqualTo(fileWithHex(0, QUARTER_OF_C + "00 90 3E 40  60 80 3E 40  00 FF 2F 00"));
        assertThat(edited(file, new NoteEdit.Put(FIRST, new Note(960, 480, 62, 64))))
                .isEqualTo(fileWithHex(0, QUARTER_OF_C + "60 90 3E 40  60 80 3E 40  00 FF 2F 00"));
    }

    @Test
    void a_note_that_lasted_to_the_end_of_its_track_does_so_no_longer_where_that_moves() {
        byte[] file = fileWithHex(0, "00 90 3C 40  60 FF 2F 00");

        byte[] edited = edited(file, new NoteEdit.Put(FIRST, new Note(480, 480, 62, 64)));

        assertThat(notes(edited)).containsExactly(new Note(0, 480, 60, 64), new Note(480, 480, 62, 64));
    }

    @Test
    void a_shorter_note_has_its_note_off_moved_with_its_release_velocity() {
        byte[] file = one("00 90 3C 40  60 80 3C 22  00 B0 07 60");

        assertThat(edited(file, new NoteEdit.Resize(FIRST, new Note(0, 480, 60, 64), 0, 240)))
                .isEqualTo(one("00 90 3C 40  30 80 3C 22  30 B0 07 60"));
    }

    @Test
    void what_is_not_moved_of_a_note_keeps_the_tick_of_the_file() {
        // At 1000 (0x3E8) ticks a quarter: from 1 to 999 of the file, which a score rounds.
        byte[] file = HandmadeFile.of(0, 1000, "01 90 3C 40  87 66 80 3C 00");
        Note note = notes(file).get(0);

        assertThat(edited(file, new NoteEdit.Resize(FIRST, note, note.tick(), note.end())))
                .isEqualTo(file);
        assertThat(edited(file, new NoteEdit.Resize(FIRST, note, 240, note.end())))
                .isEqualTo(HandmadeFile.of(0, 1000, "83 74 90 3C 40  83 73 80 3C 00"));
    }

    @Test
    void a_longer_note_ends_where_its_pitch_is_struck_again() {
        byte[] file = one(QUARTER_OF_C + "60 90 3C 40  60 80 3C 00");
        NoteEdit longer = new NoteEdit.Resize(FIRST, new Note(0, 480, 60, 64), 0, 1200);

        MidiSplice.Spliced spliced = splice(file).apply(MidiEdit.NONE.withNotes(List.of(longer)));

        assertThat(notes(spliced.bytes())).containsExactly(new Note(0, 960, 60, 64), new Note(960, 480, 60, 64));
        assertThat(spliced.shortened()).containsExactly(longer);
    }

    @Test
    void a_note_that_another_of_its_pitch_ended_ends_there_without_it_too() {
        byte[] file = one("00 90 3C 40  30 90 3C 50  30 80 3C 00  30 80 3C 00");

        byte[] edited = edited(file, new NoteEdit.TakeOut(FIRST, new Note(240, 240, 60, 80)));

        assertThat(notes(edited)).containsExactly(new Note(0, 240, 60, 64));
    }

    @Test
    void a_note_that_was_struck_twice_goes_altogether() {
        byte[] file = one("00 90 3C 40  00 90 3C 20  30 80 3C 00  30 80 3C 00  00 B0 07 60");

        assertThat(edited(file, new NoteEdit.TakeOut(FIRST, new Note(0, 240, 60, 64))))
                .isEqualTo(one("60 B0 07 60"));
    }

    @Test
    void a_note_off_without_effect_does_not_end_a_new_note() {
        byte[] file = one("30 80 3C 00  30 80 3E 00");

        assertThat(edited(file, new NoteEdit.Put(FIRST, new Note(0, 480, 60, 64))))
                .isEqualTo(one("00 90 3C 40  60 80 3C 40  00 80 3E 00"));
    }

    @Test
    void a_note_off_without_effect_does_not_end_a_note_that_is_made_longer() {
        byte[] file = one("00 90 3C 40  00 80 3C 00  00 80 3C 01  60 FF 01 00");

        byte[] edited = edited(file, new NoteEdit.Resize(FIRST, new Note(0, 1, 60, 64), 0, 240));

        assertThat(edited).isEqualTo(one("00 90 3C 40  30 80 3C 00  30 FF 01 00"));
    }

    @Test
    void a_new_note_gives_way_to_one_of_its_pitch_that_stays() {
        byte[] file = one("60 90 3C 40  60 80 3C 00");
        NoteEdit into = new NoteEdit.Put(FIRST, new Note(0, 600, 60, 70));
        NoteEdit within = new NoteEdit.Put(FIRST, new Note(480, 240, 60, 71));
        NoteEdit outOf = new NoteEdit.Put(FIRST, new Note(720, 480, 60, 72));

        MidiSplice.Spliced spliced = splice(file).apply(MidiEdit.NONE.withNotes(List.of(into, within, outOf)));

        assertThat(notes(spliced.bytes()))
                .containsExactly(new Note(0, 480, 60, 70), new Note(480, 480, 60, 64), new Note(960, 240, 60, 72));
        assertThat(spliced.shortened()).containsExactly(into, outOf);
        assertThat(spliced.leftOut()).containsExactly(within);
    }

    @Test
    void a_track_of_another_chunk_is_not_touched() {
        byte[] file = HandmadeFile.of(1, 96, "00 FF 03 01 41", QUARTER_OF_C, "80 00 90 3C 40  60 3C 00");

        byte[] edited = edited(file, new NoteEdit.TakeOut(new FilePart(1, 0), new Note(0, 480, 60, 64)));

        assertThat(edited)
                .isEqualTo(fileWithHex(
                        1,
                        "00 FF 03 01 41" + HandmadeFile.END_OF_TRACK,
                        "60 FF 2F 00",
                        "80 00 90 3C 40  60 3C 00" + HandmadeFile.END_OF_TRACK));
    }

    @Test
    void a_note_struck_at_the_very_end_stays_without_length_where_the_end_moves() {
        byte[] file = fileWithHex(0, "60 90 3C 40  00 FF 2F 00");

        byte[] edited = edited(file, new NoteEdit.Put(FIRST, new Note(480, 480, 62, 64)));

        assertThat(notes(edited)).containsExactly(new Note(480, 1, 60, 64), new Note(480, 480, 62, 64));
    }

    @Test
    void the_parts_are_those_of_the_tracks_of_the_score() {
        byte[] file = HandmadeFile.of(1, 96, "00 C5 01", "00 92 40 40  00 90 3C 40  60 80 3C 00", QUARTER_OF_C);

        assertThat(splice(file).parts()).containsExactly(new FilePart(1, 0), new FilePart(1, 2), new FilePart(2, 0));
        assertThat(splice(file).channels()).containsExactly(0, 2, 5);
    }

    @Test
    void a_type_0_file_becomes_type_1_with_an_appended_track_and_keeps_its_chunk() {
        byte[] file = HandmadeFile.joined(one(QUARTER_OF_C), HandmadeFile.bytes("00 01"));

        byte[] appended = splice(file)
                .apply(MidiEdit.NONE.withAppended(
                        List.of(new Track("Alto", 3, 52, List.of(new Note(240, 480, 64, 70))))))
                .bytes();

        byte[] chunk =
                HandmadeFile.chunk("MTrk", "00 FF 03 04 41 6C 74 6F  00 C3 34  30 93 40 46  60 83 40 40  00 FF 2F 00");
        byte[] old = Arrays.copyOfRange(file, 14, file.length - 2);
        assertThat(appended)
                .isEqualTo(HandmadeFile.joined(HandmadeFile.header(1, 2, 96), old, chunk, HandmadeFile.bytes("00 01")));
    }

    @Test
    void a_text_stands_behind_the_name_and_is_found() {
        byte[] file = one("00 FF 03 01 41" + QUARTER_OF_C);

        byte[] edited = splice(file).apply(MidiEdit.NONE.withText("@I", "ü")).bytes();

        assertThat(edited).isEqualTo(one("00 FF 03 01 41  00 FF 01 04 40 49 C3 BC" + QUARTER_OF_C));
    }

    @Test
    void a_text_takes_the_place_of_one_with_its_prefix() {
        byte[] file = one("00 FF 01 01 41  00 FF 01 03 40 49 42" + QUARTER_OF_C);

        byte[] edited = splice(file).apply(MidiEdit.NONE.withText("@I", "C")).bytes();

        assertThat(edited).isEqualTo(one("00 FF 01 01 41  00 FF 01 03 40 49 43" + QUARTER_OF_C));
    }

    @Test
    void a_text_stands_at_the_start_though_a_new_note_comes_before_all_events() {
        byte[] file = one("60 B0 07 64");

        byte[] edited = splice(file)
                .apply(MidiEdit.NONE
                        .withText("@I", "C")
                        .withNotes(List.of(new NoteEdit.Put(FIRST, new Note(0, 240, 60, 64)))))
                .bytes();

        assertThat(edited).isEqualTo(one("00 FF 01 03 40 49 43  00 90 3C 40  30 80 3C 40  30 B0 07 64"));
    }

    @Test
    void the_recipe_of_a_file_of_our_own_is_replaced() {
        Score score = ExampleScores.small();
        byte[] file = new MidiWriter().write(score, Optional.of("@Iold"));

        byte[] edited = splice(file).apply(MidiEdit.NONE.withText("@I", "new")).bytes();

        assertThat(edited).isEqualTo(new MidiWriter().write(score, Optional.of("@Inew")));
    }

    @Test
    void ticks_are_rounded_to_those_of_the_file_and_a_note_keeps_one() {
        byte[] file = HandmadeFile.of(0, 7, QUARTER_OF_C);

        byte[] edited = edited(file, new NoteEdit.Put(FIRST, new Note(120, 30, 62, 64)));

        // A sixteenth is 1.75 ticks.
        assertThat(edited).isEqualTo(HandmadeFile.of(0, 7, "00 90 3C 40  02 90 3E 40  01 80 3E 40  5D 80 3C 00"));
    }

    @Test
    void SMPTE_frames_are_refused() {
        assertThatThrownBy(() -> splice(HandmadeFile.of(0, 0xE728, QUARTER_OF_C)))
                .isInstanceOf(UserException.class)
                .hasMessage("'x.mid' counts time in SMPTE frames (40 ticks an SMPTE frame, 25 frames a second), so that"
                        + " its bars lie between its ticks; export it with ticks a quarter");
    }

    @Test
    void a_note_that_is_not_there_cannot_be_changed() {
        assertThatThrownBy(() -> edited(one(QUARTER_OF_C), new NoteEdit.TakeOut(FIRST, new Note(5, 480, 60, 64))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tick 5, pitch 60");
    }

    @Test
    void a_note_cannot_be_changed_twice() {
        NoteEdit out = new NoteEdit.TakeOut(FIRST, new Note(0, 480, 60, 64));

        assertThatThrownBy(() -> edited(one(QUARTER_OF_C), out, out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("changed twice");
    }

    @Test
    void more_tracks_than_can_be_read_again_are_refused() {
        List<Track> tracks = Collections.nCopies(
                MidiReader.MAXIMUM_TRACKS, new Track("Alto", 3, 52, List.of(new Note(0, 480, 64, 70))));

        assertThatThrownBy(() -> splice(one(QUARTER_OF_C)).apply(MidiEdit.NONE.withAppended(tracks)))
                .isInstanceOf(UserException.class)
                .hasMessage("'x.mid' is too large a MIDI file: it declares 257 tracks; up to 256 tracks are allowed");
    }

    @Test
    void a_file_track_that_is_not_there_cannot_be_changed() {
        NoteEdit put = new NoteEdit.Put(new FilePart(1, 0), new Note(0, 480, 60, 64));

        assertThatThrownBy(() -> edited(one(QUARTER_OF_C), put))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'x.mid' has no file track 1");
    }
}
