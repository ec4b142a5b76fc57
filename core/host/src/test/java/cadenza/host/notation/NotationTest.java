package cadenza.host.notation;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import cadenza.host.notation.Notation.Bar;
import cadenza.host.notation.Notation.Head;
import cadenza.host.notation.Notation.Symbol;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotationTest {
    private static List<List<List<Symbol>>> voices(Note... notes) {
        return Notation.of(Scores.of(notes)).parts().get(0).voices();
    }

    @Test
    void a_note_over_a_bar_line_is_two_tied() {
        List<List<Symbol>> voice = voices(new Note(1440, 960, 60, 80)).get(0);

        assertThat(voice.get(0)).hasSize(2).last().satisfies(symbol -> assertThat(symbol.heads())
                .containsExactly(new Head(60, 80, false, true)));
        assertThat(voice.get(1)).first().satisfies(symbol -> assertThat(symbol.heads())
                .containsExactly(new Head(60, 80, true, false)));
    }

    @Test
    void every_bar_of_the_first_voice_is_full() {
        for (long seed = 1; seed <= 50; seed++) {
            Notation notation = Notation.of(Scores.random(seed));
            for (Notation.Part part : notation.parts()) {
                for (int i = 0; i < notation.bars().size(); i++) {
                    long length = part.voices().get(0).get(i).stream()
                            .mapToLong(symbol -> symbol.value().ticks())
                            .sum();
                    assertThat(length).isEqualTo(notation.bars().get(i).length());
                }
            }
        }
    }

    @Test
    void notes_of_one_length_are_a_chord_and_others_another_voice() {
        assertThat(voices(new Note(0, 480, 60, 80), new Note(0, 480, 64, 80))).hasSize(1);
        assertThat(voices(new Note(0, 960, 60, 80), new Note(0, 480, 64, 80))).hasSize(2);
    }

    @Test
    void more_than_four_voices_are_cut_into_one() {
        List<List<List<Symbol>>> voices = voices(
                new Note(0, 1800, 60, 80),
                new Note(120, 1680, 62, 80),
                new Note(240, 1560, 64, 80),
                new Note(360, 1440, 65, 80),
                new Note(480, 1320, 67, 80));

        assertThat(voices).hasSize(1);
        assertThat(voices.get(0).get(0).get(1).heads())
                .containsExactly(new Head(60, 80, true, true), new Head(62, 80, false, true));
    }

    @Test
    void a_short_first_bar_of_its_own_meter_is_a_pickup() {
        List<Bar> bars = Notation.of(Scores.small()).bars();

        assertThat(bars)
                .containsExactly(
                        new Bar(0, 0, 480, new Meter(3, 4), true),
                        new Bar(1, 480, 1440, new Meter(3, 4), false),
                        new Bar(2, 1920, 1440, new Meter(3, 4), false),
                        new Bar(3, 3360, 1440, new Meter(6, 8), true));
    }

    @Test
    void notes_off_the_grid_go_to_it_and_those_that_fall_together_are_counted() {
        Notation notation = Notation.of(Scores.of(
                new Note(0, 20, 60, 80),
                new Note(50, 20, 60, 80),
                new Note(70, 100, 60, 80),
                new Note(480, 470, 64, 80)));

        assertThat(notation.movedNotes()).isEqualTo(2);
        assertThat(notation.lostNotes()).isEqualTo(1);
        assertThat(notation.parts().get(0).voices().get(0).get(0))
                .extracting(Symbol::start)
                .startsWith(0L, 120L);
    }

    @Test
    void where_bars_are_shorter_than_sixteenths_the_grid_is_finer() {
        Score score = new Score(
                "fine",
                List.of(new TempoChange(0, 120)),
                List.of(new MeterChange(0, new Meter(5, 32))),
                Optional.empty(),
                List.of(),
                300);

        assertThat(Notation.of(score).grid()).isEqualTo(60);
    }

    @Test
    void clefs_follow_the_range() {
        assertThat(Notation.of(Scores.small()).parts())
                .extracting(Notation.Part::clef)
                .containsExactly(Clef.TREBLE, Clef.BASS, Clef.PERCUSSION);
    }

    @Test
    void a_score_without_notes_is_bars_of_rest() {
        Score score = new Score(
                "rest",
                List.of(new TempoChange(0, 120)),
                List.of(new MeterChange(0, Meter.COMMON)),
                Optional.empty(),
                List.of(new Track("", 0, 0, List.of())),
                0);

        Notation notation = Notation.of(score);
        assertThat(notation.bars()).hasSize(1);
        assertThat(notation.parts().get(0).name()).isEqualTo("Part 1");
        assertThat(notation.parts().get(0).voices().get(0).get(0)).allMatch(Symbol::rest);
    }
}
