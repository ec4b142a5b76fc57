package cadenza.host.music;

import static cadenza.host.music.ExampleScores.of;
import static cadenza.host.music.ExampleScores.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScoresSurviveTheRoundTripTest {
    @TempDir
    Path folder;

    private Score roundTrip(Score score) throws IOException {
        Path file = folder.resolve(score.title());
        Files.write(file, new MidiWriter().write(score, Optional.empty()));
        return new MidiReader().read(file);
    }

    static Stream<Arguments> awkwardScores() {
        Score small = ExampleScores.small();
        Note note = new Note(0, 480, 60, 64);
        return Stream.of(
                arguments("small", small),
                arguments("chorale", ExampleScores.chorale()),
                arguments(
                        "repeated pitches that touch",
                        of(track(new Note(0, 240, 60, 80), new Note(240, 240, 60, 81), new Note(480, 1, 60, 82)))),
                arguments(
                        "one pitch on two tracks of different channels",
                        of(new Track("a", 0, 1, List.of(note)), new Track("b", 1, 2, List.of(note)))),
                arguments(
                        "two tracks of one channel",
                        of(
                                new Track("a", 0, 1, List.of(note)),
                                new Track("b", 0, 1, List.of(new Note(480, 480, 60, 64))))),
                arguments("a rest before the first note", of(track(new Note(1440, 480, 67, 1)))),
                arguments(
                        "changes of tempo and meter, some at once, some at the end",
                        new Score(
                                "changes",
                                List.of(
                                        new TempoChange(0, 97),
                                        new TempoChange(1, 60.5),
                                        new TempoChange(1440, TempoChange.SLOWEST),
                                        new TempoChange(3840, TempoChange.FASTEST)),
                                List.of(
                                        new MeterChange(0, new Meter(3, 4)),
                                        new MeterChange(1440, new Meter(64, 64)),
                                        new MeterChange(3840, new Meter(1, 1))),
                                Optional.of(new KeySignature(-7, false)),
                                List.of(track(note)),
                                3840)),
                arguments("percussion", of(new Track("Kit", 9, 25, List.of(note, new Note(0, 1, 36, 127))))),
                arguments("a name of umlauts and emoji", of(new Track("Bläser 🎺 第一", 15, 56, List.of(note)))),
                arguments("notes of one tick", of(track(new Note(0, 1, 0, 1), new Note(1, 1, 0, 1)))),
                arguments("the lowest and the highest pitch", of(track(new Note(0, 9, 0, 9), new Note(0, 9, 127, 9)))),
                arguments("a long silence after the last note", withEnd(of(track(note)), 480 * 60 * 60)),
                arguments("an hour without an event", of(track(new Note(480 * 120 * 60, 1, 60, 60)))));
    }

    private static Score withEnd(Score score, long end) {
        return new Score(score.title(), score.tempos(), score.meters(), score.key(), score.tracks(), end);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("awkwardScores")
    void a_score_is_read_as_it_was_written(String name, Score score) throws IOException {
        assertThat(roundTrip(score)).isEqualTo(score);
    }

    @Test
    void a_track_without_notes_is_written_but_not_read() throws IOException {
        Track full = track(new Note(0, 480, 60, 64));
        Track empty = new Track("empty", 3, 3, List.of());

        assertThat(roundTrip(of(empty, full)).tracks()).containsExactly(full);
    }

    @Test
    void a_note_that_is_struck_again_while_it_sounds_ends_there() throws IOException {
        Score overlapping = of(track(new Note(0, 960, 60, 80), new Note(480, 120, 60, 90)));

        assertThat(roundTrip(overlapping).tracks().get(0).notes())
                .containsExactly(new Note(0, 480, 60, 80), new Note(480, 120, 60, 90));
    }

    @Test
    void of_two_notes_of_one_pitch_and_tick_the_last_is_written() throws IOException {
        Score doubled = of(track(new Note(0, 960, 60, 80), new Note(0, 120, 60, 90)));

        assertThat(roundTrip(doubled).tracks().get(0).notes()).containsExactly(new Note(0, 120, 60, 90));
    }

    @Test
    void where_a_track_strikes_a_pitch_that_a_later_track_of_its_channel_sounds_the_sound_ends_before()
            throws IOException {
        // Players merge the tracks, and would take the later track's note-off for that of the new note.
        Score handedOver = of(
                new Track("right", 0, 0, List.of(new Note(480, 480, 60, 80))),
                new Track("left", 0, 0, List.of(new Note(0, 480, 60, 70), new Note(480, 480, 48, 70))));

        assertThat(roundTrip(handedOver).tracks().get(1).notes())
                .containsExactly(new Note(0, 479, 60, 70), new Note(480, 480, 48, 70));
    }

    @Test
    void of_two_tracks_of_a_channel_that_strike_a_pitch_at_once_the_last_is_heard() throws IOException {
        Score doubled = of(
                new Track("right", 0, 0, List.of(new Note(0, 480, 60, 80), new Note(0, 480, 64, 80))),
                new Track("left", 0, 0, List.of(new Note(0, 960, 60, 70))));

        assertThat(roundTrip(doubled).tracks().get(0).notes()).containsExactly(new Note(0, 480, 64, 80));
        assertThat(roundTrip(doubled).tracks().get(1).notes()).containsExactly(new Note(0, 960, 60, 70));
    }

    @Test
    void changes_after_the_end_are_left_out() throws IOException {
        Score score = of(track(new Note(0, 480, 60, 64)));
        Score late = new Score(
                score.title(),
                List.of(new TempoChange(0, 120), new TempoChange(481, 60)),
                List.of(new MeterChange(0, Meter.COMMON), new MeterChange(481, new Meter(3, 4))),
                score.key(),
                score.tracks(),
                score.end());

        assertThat(roundTrip(late)).isEqualTo(score);
    }
}
