package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.music.Quantisation.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantisationTest {
    private static List<Note> quantised(String grid, Note... notes) {
        return Quantisation.parse(grid)
                .apply(ExampleScores.of(ExampleScores.track(notes)))
                .score()
                .tracks()
                .get(0)
                .notes();
    }

    @ParameterizedTest
    @CsvSource({
        "1/4, 230, 0",
        "1/4, 250, 480",
        "1/8, 130, 240",
        "1/16, 59, 0",
        "1/16, 60, 120",
        "1/16, 185, 240",
        "1/32, 29, 0",
        "1/32, 31, 60",
        "1/8t, 150, 160",
        "1/16t, 170, 160",
        "1/32t, 50, 40"
    })
    void anOnsetMovesToTheNearestStep(String grid, long tick, long expected) {
        assertThat(quantised(grid, new Note(tick, 480, 60, 80)).get(0).tick()).isEqualTo(expected);
    }

    @Test
    void anEndMovesToTheNearestStepToo() {
        assertThat(quantised("1/16", new Note(5, 232, 60, 80))).containsExactly(new Note(0, 240, 60, 80));
    }

    @Test
    void aNoteLastsAStepAtLeast() {
        assertThat(quantised("1/16", new Note(0, 1, 60, 80), new Note(130, 20, 62, 80)))
                .containsExactly(new Note(0, 120, 60, 80), new Note(120, 120, 62, 80));
    }

    @Test
    void swungEighthsFallOnTriplets() {
        assertThat(quantised("1/8t", new Note(3, 310, 60, 80), new Note(322, 150, 62, 70)))
                .containsExactly(new Note(0, 320, 60, 80), new Note(320, 160, 62, 70));
    }

    @Test
    void aPartOfTheWayKeepsPartOfTheFeel() {
        assertThat(quantised("1/16:0.5", new Note(100, 120, 60, 80), new Note(1000, 1, 62, 80)))
                .containsExactly(new Note(110, 120, 60, 80), new Note(980, 1, 62, 80));
    }

    @Test
    void notesOfAPitchThatComeToOneOnsetBecomeOne() {
        Quantisation.Result result = Quantisation.parse("1/16")
                .apply(ExampleScores.of(ExampleScores.track(new Note(100, 15, 38, 60), new Note(118, 200, 38, 110))));

        assertThat(result.score().tracks().get(0).notes()).containsExactly(new Note(120, 240, 38, 110));
        assertThat(result.merged()).isEqualTo(1);
    }

    @Test
    void aNoteThatWouldReachIntoTheNextOfItsPitchEndsThere() {
        assertThat(quantised("1/16", new Note(0, 170, 60, 80), new Note(175, 120, 60, 80)))
                .containsExactly(new Note(0, 120, 60, 80), new Note(120, 120, 60, 80));
    }

    @Test
    void theGridStartsAnewAtAChangeOfMeter() {
        Score score = ExampleScores.of(ExampleScores.track(new Note(1680, 240, 60, 80), new Note(1910, 240, 62, 80)));
        Score change = new Score(
                "",
                score.tempos(),
                List.of(new MeterChange(0, new Meter(7, 16)), new MeterChange(840, new Meter(2, 4))),
                score.key(),
                score.tracks(),
                score.end());

        assertThat(Quantisation.parse("1/4")
                        .apply(change)
                        .score()
                        .tracks()
                        .get(0)
                        .notes())
                .map(Note::tick)
                .containsExactly(1800L, 1800L);
    }

    @Test
    void whatIsMovedIsCounted() {
        Quantisation.Result result = Quantisation.parse("1/16")
                .apply(ExampleScores.of(ExampleScores.track(
                        new Note(0, 120, 60, 80), new Note(110, 130, 62, 80), new Note(280, 80, 64, 80))));

        assertThat(result.notes()).isEqualTo(3);
        assertThat(result.moved()).isEqualTo(2);
        assertThat(result.furthest()).isEqualTo(40);
        assertThat(result.merged()).isZero();
    }

    @Test
    void theEndMovesToTheGridToo() {
        Score played = ExampleScores.of(ExampleScores.track(new Note(0, 1935, 60, 80)));

        assertThat(Quantisation.parse("1/16").apply(played).score().end()).isEqualTo(1920);
    }

    @Test
    void theEndMakesRoomForTheLastNote() {
        Score score = Quantisation.parse("1/4")
                .apply(ExampleScores.of(ExampleScores.track(new Note(0, 300, 60, 80))))
                .score();

        assertThat(score.end()).isEqualTo(480);
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsPlayedIsOnTheGridWithoutOverlapAndQuantisingAgainChangesNothing(Grid grid) {
        Random random = new Random(7);
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            notes.add(new Note(random.nextInt(20_000), 1 + random.nextInt(900), 60 + random.nextInt(3), 80));
        }
        Quantisation quantisation = new Quantisation(grid, 1);
        Score score =
                quantisation.apply(ExampleScores.of(new Track("", 9, 0, notes))).score();

        List<Note> quantised = score.tracks().get(0).notes();
        for (Note note : quantised) {
            assertThat(note.tick() % grid.ticks()).isZero();
            assertThat(note.duration()).isPositive();
            assertThat(note.duration() % grid.ticks()).isZero();
            assertThat(quantised)
                    .filteredOn(other -> other.pitch() == note.pitch() && other != note)
                    .allMatch(other -> other.end() <= note.tick() || other.tick() >= note.end());
        }
        Quantisation.Result again = quantisation.apply(score);
        assertThat(again.score()).isEqualTo(score);
        assertThat(again.moved()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/16", "1/8t", "1/32", "1/16:0.25"})
    void aQuantisationIsSaidAsItWasGiven(String text) {
        assertThat(Quantisation.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1/7", "16", "1/16x", "sixteenth"})
    void whatIsNoGridIsRefused(String text) {
        assertThatThrownBy(() -> Quantisation.parse(text))
                .isInstanceOf(UserException.class)
                .hasMessage("'" + text + "' is no grid; give one of 1/4, 1/8, 1/8t, 1/16, 1/16t, 1/32, 1/32t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/16:", "1/16:0", "1/16:1.5", "1/16:-1", "1/16:NaN", "1/16:half"})
    void aStrengthOutsideItsRangeIsRefused(String text) {
        assertThatThrownBy(() -> Quantisation.parse(text))
                .isInstanceOf(UserException.class)
                .hasMessage("'" + text + "' has no strength above 0 and at most 1; give one such as 1/16:0.5");
    }
}
