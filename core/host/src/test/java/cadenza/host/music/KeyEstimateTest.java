package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.KeyEstimate;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyEstimateTest {
    private static final String MINOR_MELODY = "69 4 72 4 76 4 74 2 72 2 71 4 68 4 69 8 64 4 69 4 72 2 71 2 69 8";

    private static Score transposed(Score score, int semitones) {
        return ExampleScores.of(score.tracks().stream()
                .map(track -> new Track(
                        track.name(),
                        track.channel(),
                        track.program(),
                        track.notes().stream()
                                .map(note -> new Note(note.tick(), note.duration(), note.pitch() + semitones, 80))
                                .toList()))
                .toArray(Track[]::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {-12, -6, -5, -1, 0, 1, 2, 3, 4, 5, 6, 11})
    void a_key_is_found_wherever_it_lies(int semitones) {
        Score major = ExampleScores.chorale();
        Score minor = ExampleScores.of(ExampleScores.voice("", 0, MINOR_MELODY));

        assertThat(KeyEstimate.of(transposed(major, semitones)))
                .contains(KeySignature.of(Math.floorMod(semitones, 12), false));
        assertThat(KeyEstimate.of(transposed(minor, semitones)))
                .contains(KeySignature.of(Math.floorMod(9 + semitones, 12), true));
    }

    @Test
    void percussion_does_not_count() {
        Track drums = new Track("", 9, 0, List.of(new Note(0, 100_000, 42, 80)));
        Track[] tracks = IntStream.range(0, 5)
                .mapToObj(i -> i == 4 ? drums : ExampleScores.chorale().tracks().get(i))
                .toArray(Track[]::new);

        assertThat(KeyEstimate.of(ExampleScores.of(tracks))).contains(new KeySignature(0, false));
        assertThat(KeyEstimate.of(ExampleScores.of(drums))).isEmpty();
    }

    @Test
    void no_notes_have_no_key() {
        assertThat(KeyEstimate.of(ExampleScores.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "60 4 61 4 62 4 63 4 64 4 65 4 66 4 67 4 68 4 69 4 70 4 71 4", // all twelve
                "60 4 62 4 64 4 66 4 68 4 70 4", // whole tones
                "60 4 63 4 66 4 69 4", // diminished
                "60 4" // C major or C minor
            })
    void what_fits_several_keys_has_none(String pitches) {
        assertThat(KeyEstimate.of(ExampleScores.of(ExampleScores.voice("", 0, pitches))))
                .isEmpty();
    }
}
