package cadenza.host.rewriting;

import static cadenza.host.rewriting.ExamplePieces.CHORALE;
import static cadenza.host.rewriting.ExamplePieces.fit;
import static cadenza.host.rewriting.ExamplePieces.note;
import static cadenza.host.rewriting.ExamplePieces.piece;
import static cadenza.host.rewriting.ExamplePieces.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class VoiceFittingTest {
    private static List<Note> voice(VoiceFit fit, int voice) {
        return fit.score().tracks().get(voice).notes();
    }

    private static List<List<Integer>> pitches(VoiceFit fit) {
        return fit.score().tracks().stream()
                .map(track -> track.notes().stream().map(Note::pitch).toList())
                .toList();
    }

    @Test
    void four_single_lines_on_the_grid_are_the_voices_highest_first_with_nothing_to_say() {
        VoiceFit fit = fit(piece(
                track(0, note(0, 4, 48)),
                track(1, note(0, 4, 60)),
                track(2, note(0, 4, 72)),
                track(3, note(0, 4, 64))));

        assertThat(fit.score().tracks()).extracting(Track::name).containsExactly("soprano", "alto", "tenor", "bass");
        assertThat(fit.score().tracks()).extracting(Track::channel).containsExactly(0, 1, 2, 3);
        assertThat(fit.score().tracks()).extracting(Track::program).containsExactly(12, 13, 11, 10);
        assertThat(pitches(fit)).containsExactly(List.of(72), List.of(64), List.of(60), List.of(48));
        assertThat(fit.origins().get(0)).containsExactly(List.of(new Origin(2, 0)));
        assertThat(fit.lines()).isEmpty();
    }

    @Test
    void of_more_tracks_than_voices_the_single_lines_are_taken_and_percussion_is_left_out() {
        VoiceFit fit = fit(piece(
                track(0, note(0, 4, 72)),
                track(9, note(0, 1, 38)),
                track(1, note(0, 16, 60), note(0, 16, 64), note(0, 16, 67)),
                track(2, note(0, 4, 48)),
                track(3, note(0, 4, 64)),
                track(4, note(0, 4, 60))));

        assertThat(pitches(fit)).containsExactly(List.of(72), List.of(64), List.of(60), List.of(48));
        assertThat(fit.lines())
                .containsExactly(
                        "took tracks 1, 4, 5 and 6; left out track 2 (percussion), track 3 (chords; there are 4"
                                + " voices)");
    }

    @Test
    void the_chords_of_a_piano_are_dealt_out_from_the_outside_in() {
        VoiceFit fit = fit(piece(track(
                0,
                note(0, 4, 48),
                note(0, 4, 55),
                note(0, 4, 64),
                note(0, 4, 72),
                note(4, 4, 50),
                note(4, 4, 74),
                note(8, 4, 48),
                note(8, 4, 67),
                note(8, 4, 76))));

        assertThat(pitches(fit))
                .containsExactly(List.of(72, 74, 76), List.of(64, 67), List.of(55), List.of(48, 50, 48));
        assertThat(fit.lines()).containsExactly("dealt the chords of track 1 to 4 voices");
    }

    @Test
    void a_note_that_sounds_on_keeps_its_voice_while_others_move() {
        VoiceFit fit = fit(piece(track(
                0, note(0, 8, 48), note(0, 8, 60), note(0, 8, 64), note(0, 2, 72), note(2, 2, 74), note(4, 4, 76))));

        assertThat(pitches(fit)).containsExactly(List.of(72, 74, 76), List.of(64), List.of(60), List.of(48));
        assertThat(voice(fit, 3)).containsExactly(note(0, 8, 48));
    }

    @Test
    void two_staves_get_the_voices_that_each_needs() {
        VoiceFit fit = fit(piece(
                track(0, note(0, 4, 64), note(0, 4, 72), note(4, 4, 74)), track(1, note(0, 4, 48), note(0, 4, 57))));

        assertThat(pitches(fit)).containsExactly(List.of(72, 74), List.of(64), List.of(57), List.of(48));
        assertThat(fit.lines())
                .containsExactly("dealt the chords of track 1 to 2 voices", "dealt the chords of track 2 to 2 voices");
    }

    @Test
    void two_staves_that_never_need_more_voices_together_share_them() {
        VoiceFit fit = fit(piece(
                track(0, note(0, 4, 72), note(4, 4, 64), note(4, 4, 67), note(4, 4, 72)),
                track(1, note(0, 4, 48), note(0, 4, 52), note(0, 4, 55), note(4, 4, 48))));

        assertThat(pitches(fit)).containsExactly(List.of(72, 72), List.of(55, 67), List.of(52, 64), List.of(48, 48));
        assertThat(fit.lines()).containsExactly("dealt the chords of tracks 1 and 2 to 4 voices");
    }

    @Test
    void of_chords_with_more_notes_than_voices_the_top_line_is_kept() {
        VoiceFit fit = fit(piece(track(
                0, note(0, 8, 48), note(0, 8, 55), note(0, 8, 60), note(0, 8, 64), note(0, 8, 67), note(4, 8, 72))));

        assertThat(voice(fit, 0)).containsExactly(note(0, 4, 67), note(4, 8, 72));
        assertThat(fit.lines())
                .containsExactly(
                        "kept the top line of track 1; left 4 notes below it alone", "there is no alto, tenor or bass");
    }

    @Test
    void a_note_that_begins_under_the_top_line_is_left_alone() {
        VoiceFit fit = new VoiceFitting(CHORALE, false)
                .fitLine(piece(track(0, note(0, 4, 72), note(2, 4, 60), note(6, 2, 74))), 0, OptionalInt.empty());

        assertThat(voice(fit, 0)).containsExactly(note(0, 4, 72), note(6, 2, 74));
        assertThat(fit.lines()).containsExactly("kept the top line of track 1; left 1 note below it alone");
    }

    @Test
    void fewer_lines_than_voices_go_where_they_are_in_range() {
        VoiceFit fit = fit(piece(track(0, note(0, 4, 40), note(4, 4, 45)), track(1, note(0, 4, 72), note(4, 4, 79))));

        assertThat(pitches(fit)).containsExactly(List.of(72, 79), List.of(), List.of(), List.of(40, 45));
        assertThat(fit.lines()).containsExactly("there is no alto or tenor");
    }

    @Test
    void notes_off_the_grid_are_moved_to_the_nearest_step() {
        VoiceFit fit = fit(piece(track(0, new Note(10, 200, 72, 80), new Note(230, 250, 74, 80))));

        assertThat(voice(fit, 0)).containsExactly(new Note(0, 240, 72, 80), new Note(240, 240, 74, 80));
        assertThat(fit.lines()).startsWith("there is no alto, tenor or bass").endsWith("moved 2 notes to the grid");
    }

    @Test
    void of_two_notes_that_come_to_one_step_the_longer_stays_and_stands_for_both() {
        Note grace = new Note(0, 40, 74, 80);
        Note main = new Note(40, 440, 72, 80);
        VoiceFit fit = fit(piece(
                track(0, grace, main, note(4, 1, 71), note(5, 1, 72), note(6, 1, 74), note(7, 1, 76), note(8, 1, 77))));

        assertThat(voice(fit, 0)).startsWith(new Note(0, 480, 72, 80), note(4, 1, 71));
        assertThat(fit.origins().get(0)).startsWith(List.of(new Origin(0, 1), new Origin(0, 0)));
        assertThat(fit.lines()).contains("left out 1 note that fell on the step of a longer one");
    }

    @Test
    void of_two_notes_of_one_length_that_come_to_one_step_the_first_stays() {
        VoiceFit fit = fit(piece(track(
                0,
                new Note(0, 50, 74, 80),
                new Note(50, 50, 72, 80),
                note(1, 1, 71),
                note(2, 1, 72),
                note(3, 1, 74),
                note(4, 1, 72))));

        assertThat(voice(fit, 0)).startsWith(note(0, 1, 74), note(1, 1, 71));
    }

    @Test
    void legato_is_a_single_line() {
        VoiceFit fit = fit(piece(track(0, new Note(0, 590, 72, 80), note(4, 4, 74))));

        assertThat(voice(fit, 0)).containsExactly(note(0, 4, 72), note(4, 4, 74));
        assertThat(fit.origins().get(0)).hasSize(2);
    }

    @Test
    void a_note_out_of_range_is_shown_in_the_nearest_octave() {
        VoiceFit fit = fit(piece(
                track(0, note(0, 4, 84), note(4, 4, 81)),
                track(1, note(0, 4, 64)),
                track(2, note(0, 4, 60)),
                track(3, note(0, 4, 22))));

        assertThat(pitches(fit)).containsExactly(List.of(72, 81), List.of(64), List.of(60), List.of(46));
        assertThat(fit.lines())
                .containsExactly(
                        "showed the model 1 note of the soprano in another octave: its range is C4-A5",
                        "showed the model 1 note of the bass in another octave: its range is C2-E4");
    }

    @Test
    void triplets_are_refused_unless_notes_are_to_be_quantised() {
        Score triplets =
                piece(track(0, new Note(0, 160, 72, 80), new Note(160, 160, 74, 80), new Note(320, 160, 76, 80)));

        assertThatThrownBy(() -> fit(triplets))
                .isInstanceOf(UserException.class)
                .hasMessage("'x.mid' does not lie on the grid of the model: 2 of 3 notes are more than 30 ticks off its"
                        + " steps of 120 (these are triplets); give --quantise 1/16 to have it shown to the model as if"
                        + " it did");
        assertThat(voice(new VoiceFitting(CHORALE, true).fit(triplets), 0))
                .containsExactly(note(0, 1, 72), note(1, 2, 74), note(3, 1, 76));
    }

    @Test
    void what_was_played_freely_is_refused_where_more_than_a_fifth_is_off() {
        Note[] notes = {new Note(55, 10, 72, 80), note(1, 1, 71), note(2, 1, 72), note(3, 1, 74), note(4, 1, 72)};
        assertThat(voice(fit(piece(track(0, notes))), 0)).hasSize(5);

        notes[2] = new Note(295, 60, 72, 80);
        assertThatThrownBy(() -> fit(piece(track(0, notes))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("2 of 5 notes")
                .hasMessageContaining("(it was played freely)");
    }

    @Test
    void percussion_alone_is_refused() {
        assertThatThrownBy(() -> fit(piece(track(9, note(0, 4, 38)))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no notes but percussion");
    }

    @Test
    void the_meter_of_the_most_is_that_of_all() {
        VoiceFit fit = fit(piece(
                List.of(
                        new MeterChange(0, Meter.COMMON),
                        new MeterChange(3840, new Meter(3, 4)),
                        new MeterChange(5280, Meter.COMMON)),
                track(0, note(0, 64, 72))));

        assertThat(fit.score().meters()).containsExactly(new MeterChange(0, Meter.COMMON));
        assertThat(fit.lines()).contains("the meter 3/4 of bar 3 was read as 4/4");
    }

    @Test
    void an_upbeat_is_no_change_of_meter() {
        List<MeterChange> meters = List.of(new MeterChange(0, new Meter(1, 4)), new MeterChange(480, new Meter(3, 4)));

        VoiceFit fit = fit(piece(meters, track(0, note(0, 40, 72))));

        assertThat(fit.score().meters()).isEqualTo(meters);
        assertThat(fit.lines()).containsExactly("there is no alto, tenor or bass");
    }

    @Test
    void a_meter_that_the_model_asks_for_is_taken() {
        VoiceLayout layout = new VoiceLayout(CHORALE.voices(), 120, Optional.of(Meter.COMMON));

        VoiceFit fit = new VoiceFitting(layout, false)
                .fit(piece(List.of(new MeterChange(0, new Meter(3, 4))), track(0, note(0, 24, 72))));

        assertThat(fit.score().meters()).containsExactly(new MeterChange(0, Meter.COMMON));
        assertThat(fit.lines()).contains("the meter 3/4 of bars 1-2 was read as 4/4");
    }

    @Test
    void a_meter_that_is_no_whole_number_of_steps_is_refused() {
        assertThatThrownBy(() -> fit(piece(List.of(new MeterChange(0, new Meter(5, 32))), track(0, note(0, 20, 72)))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is in 5/32");
    }

    @Test
    void a_line_goes_to_the_voice_that_is_asked_for_and_leaves_the_others_empty() {
        Score piece = piece(track(0, note(0, 4, 64)), track(1, note(0, 4, 60), note(4, 4, 72)));

        assertThat(pitches(new VoiceFitting(CHORALE, false).fitLine(piece, 1, OptionalInt.of(1))))
                .containsExactly(List.of(), List.of(60, 72), List.of(), List.of());
        VoiceFit top = new VoiceFitting(CHORALE, false).fitLine(piece, 0, OptionalInt.empty());
        assertThat(pitches(top)).containsExactly(List.of(64, 72), List.of(), List.of(), List.of());
        assertThat(top.lines()).containsExactly("kept the top line of tracks 1 and 2; left 1 note below it alone");
    }

    @Test
    void a_track_that_is_no_melody_is_refused() {
        Score piece = piece(track(0, note(0, 4, 64)), track(9, note(0, 4, 38)));

        assertThatThrownBy(() -> new VoiceFitting(CHORALE, false).fitLine(piece, 0, OptionalInt.of(1)))
                .isInstanceOf(UserException.class)
                .hasMessage("track 2 of 'x.mid' is no melody: it has no notes, or is percussion; give track 1");
    }
}
