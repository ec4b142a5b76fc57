package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PianoRollTest {
    private final PianoRoll roll = new PianoRoll(false);
    private final PianoRoll ascii = new PianoRoll(true);

    @Test
    void a_melody_has_a_row_for_each_pitch() {
        Score score = ExampleScores.of(ExampleScores.voice("", 0, "60 4 60 4 62 8 64 2 65 2 64 4 60 8"));

        assertThat(roll.draw(score, 40))
                .isEqualTo(
                        """
                    1                2
                F4  │                │  ██            │
                    │                │██  ████        │
                    │                │                │
                    │        ████████│                │
                    │                │                │
                C4  │███ ████        │        ████████│
                    a column is 1/16
                """);
        assertThat(ascii.draw(score, 40))
                .isEqualTo(
                        """
                    1                2
                F4  |                |  o-            |
                    |                |o-  o---        |
                    |                |                |
                    |        o-------|                |
                    |                |                |
                C4  |o-- o---        |        o-------|
                    a column is 1/16
                """);
    }

    @Test
    void a_chorale_of_eight_bars_fits_100_columns() throws IOException {
        assertThat(roll.draw(ExampleScores.chorale(), 100)).isEqualTo(Resource.text("chorale.roll.txt"));
    }

    @Test
    void a_note_sounds_across_a_bar_line() {
        Score score = ExampleScores.of(ExampleScores.track(new Note(960, 1920, 60, 80), new Note(0, 480, 64, 80)));

        assertThat(roll.draw(score, 40)).contains("C4  │        █████████████████│");
    }

    @Test
    void bars_follow_the_meters() {
        Score waltz = ExampleScores.of(ExampleScores.voice("", 0, "60 12 60 16 60 16"));
        Score score = new Score(
                "test",
                waltz.tempos(),
                List.of(new MeterChange(0, new Meter(3, 4)), new MeterChange(1440, Meter.COMMON)),
                waltz.key(),
                waltz.tracks(),
                waltz.end());

        assertThat(roll.draw(score, 40))
                .isEqualTo(
                        """
                    1      2        3
                C4  │██████│████████│████████│
                    a column is 1/8
                """);
    }

    @Test
    void a_long_piece_is_cut_and_says_so() {
        StringBuilder notes = new StringBuilder("60 4");
        notes.append(" 62 4 64 4 65 4 60 4".repeat(50));

        String drawing = roll.draw(ExampleScores.of(ExampleScores.voice("", 0, notes.toString())), 80);

        assertThat(drawing).endsWith("\n    a column is 1/8\n    bars 1 to 8 of 51\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 41, 47, 64, 80, 100, 133, 250})
    void no_line_is_wider_than_asked_and_no_drawing_higher_than_27_lines(int columns) {
        List<Note> everyPitch = new ArrayList<>();
        IntStream.range(0, 128).forEach(pitch -> everyPitch.add(new Note(pitch * 77L, 130, pitch, 80)));
        Score wide = ExampleScores.of(new Track("", 0, 0, everyPitch));

        for (Score score : List.of(wide, ExampleScores.chorale(), ExampleScores.small())) {
            for (PianoRoll drawer : List.of(roll, ascii)) {
                List<String> lines = drawer.draw(score, columns).lines().toList();
                assertThat(lines).hasSizeLessThanOrEqualTo(PianoRoll.MOST_ROWS + 3);
                assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
            }
        }
    }

    @Test
    void the_ascii_drawing_is_ascii() {
        assertThat(ascii.draw(ExampleScores.chorale(), 100)).isASCII();
    }

    @Test
    void percussion_is_drawn_only_where_there_is_nothing_else() {
        Track drums = new Track("", 9, 0, List.of(new Note(0, 480, 36, 80)));
        Track voice = ExampleScores.track(new Note(0, 480, 72, 80));

        assertThat(roll.draw(ExampleScores.of(drums, voice), 40)).contains("C5").doesNotContain("C2");
        assertThat(roll.draw(ExampleScores.of(drums), 40)).contains("C2");
    }

    @Test
    void a_score_without_notes_says_so() {
        assertThat(roll.draw(ExampleScores.of(), 40)).isEqualTo("(no notes)\n");
    }

    @Test
    void less_than_40_columns_are_refused() {
        assertThatThrownBy(() -> roll.draw(ExampleScores.small(), 39))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("39 columns are less than 40");
    }
}
