package cadenza.host.rewriting;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.sampling.Xoshiro256;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the piece, what the model is shown are single lines on the grid, in range, of notes of the piece. */
class RandomPiecesFitTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static Score piece(long seed) {
        RandomGenerator random = new Xoshiro256(seed);
        Track[] tracks = new Track[1 + random.nextInt(6)];
        for (int i = 0; i < tracks.length; i++) {
            Note[] notes = new Note[1 + random.nextInt(40)];
            int span = 1 + random.nextInt(60);
            for (int j = 0; j < notes.length; j++) {
                notes[j] = new Note(
                        random.nextInt(4000),
                        1 + random.nextInt(600),
                        30 + random.nextInt(span),
                        1 + random.nextInt(127));
            }
            tracks[i] = ExamplePieces.track(i, notes);
        }
        return ExamplePieces.piece(tracks);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void voices_are_single_lines_on_the_grid_in_range_and_of_the_piece(long seed) {
        Score piece = piece(seed);

        VoiceFit fit = new VoiceFitting(ExamplePieces.CHORALE, true).fit(piece);

        Set<Origin> used = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            List<Note> notes = fit.score().tracks().get(i).notes();
            List<Note> before = new ArrayList<>();
            for (int j = 0; j < notes.size(); j++) {
                Note note = notes.get(j);
                Origin origin = fit.origins().get(i).get(j).get(0);
                Note was = piece.tracks().get(origin.track()).notes().get(origin.note());
                assertThat(note.tick() % 120).isZero();
                assertThat(note.duration() % 120).isZero();
                assertThat(Math.abs(note.tick() - was.tick())).isLessThanOrEqualTo(60);
                assertThat(note.pitch() % 12).isEqualTo(was.pitch() % 12);
                assertThat(ExamplePieces.CHORALE.voices().get(i).distance(note.pitch()))
                        .isZero();
                assertThat(before).allMatch(earlier -> earlier.end() <= note.tick());
                before.add(note);
                fit.origins().get(i).get(j).forEach(each -> assertThat(used.add(each))
                        .isTrue());
            }
        }
    }
}
