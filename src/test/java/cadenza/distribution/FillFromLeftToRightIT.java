package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.distribution.CadenzaProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filling bars with a model that cannot look behind them. */
class FillFromLeftToRightIT {
    private CadenzaProcess cadenza;
    private Score piece;
    private long bar;

    @BeforeEach
    void compose_a_piece(@TempDir Path folder) throws Exception {
        cadenza = CadenzaProcess.in(folder);
        cadenza.run("compose --seed 7 --out piece.mid").done();
        piece = Midi.score(cadenza.file("piece.mid"));
        bar = piece.meters().get(0).meter().ticksPerBar();
    }

    private Result fill(String options) throws IOException, InterruptedException {
        return cadenza.run("fill piece.mid --model chorales " + options);
    }

    private static List<Note> outside(Track track, long from, long until) {
        return track.notes().stream()
                .filter(note -> note.tick() < from || note.tick() >= until)
                .toList();
    }

    /** @param voices that may have other notes in the bars, and at least one of which has */
    private void assertFilled(Path file, int first, int last, List<Integer> voices) {
        Score filled = Midi.score(file);
        assertThat(filled.meters()).isEqualTo(piece.meters());
        assertThat(filled.tempos()).isEqualTo(piece.tempos());
        assertThat(filled.key()).isEqualTo(piece.key());
        for (int i = 0; i < piece.tracks().size(); i++) {
            Track before = piece.tracks().get(i);
            Track after = filled.tracks().get(i);
            long from = (first - 1) * bar;
            long until = last * bar;
            assertThat(outside(after, from, until)).isEqualTo(outside(before, from, until));
            if (!voices.contains(i)) {
                assertThat(after).isEqualTo(before);
            }
        }
        assertThat(filled.tracks()).isNotEqualTo(piece.tracks());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void the_other_bars_stay_as_they_are(int seed) throws Exception {
        Result result = fill("--bars 3-4 --seed " + seed).done();

        assertThat(result.stderr())
                .matches("cadenza: model 'chorales' goes from left to right: sampled 16 continuations and kept the one"
                        + " that what follows fits best \\(\\d\\.\\d\\d nats a token, the worst \\d\\.\\d\\d\\)\n");
        assertThat(result.text()).contains("piece-fill-" + seed + ".mid: bars 3-4 redone");
        assertFilled(cadenza.file("piece-fill-" + seed + ".mid"), 3, 4, List.of(0, 1, 2, 3));
    }

    @Test
    void the_first_and_the_last_bar_are_filled() throws Exception {
        fill("--bars 1 --seed 1 --out first.mid").done();
        Result last = fill("--bars 8 --seed 1 --out last.mid").done();

        assertThat(last.stderr()).contains("kept the likeliest one, as nothing follows");
        assertFilled(cadenza.file("first.mid"), 1, 1, List.of(0, 1, 2, 3));
        assertFilled(cadenza.file("last.mid"), 8, 8, List.of(0, 1, 2, 3));
    }

    @Test
    void one_voice_is_exchanged_alone() throws Exception {
        fill("--bars 3-4 --voice soprano --seed 1 --out filled.mid").done();

        assertFilled(cadenza.file("filled.mid"), 3, 4, List.of(0));
    }

    @Test
    void a_fill_is_made_again_byte_for_byte() throws Exception {
        fill("--bars 3-4 --seed 5 --out filled.mid").done();
        fill("--bars 3-4 --seed 5 --out same.mid").done();
        cadenza.run("replay filled.mid --out again.mid").done();

        byte[] filled = Files.readAllBytes(cadenza.file("filled.mid"));
        assertThat(cadenza.file("same.mid")).hasBinaryContent(filled);
        assertThat(cadenza.file("again.mid")).hasBinaryContent(filled);
    }

    @Test
    void the_key_and_the_range_hold_the_new_notes() throws Exception {
        fill("--bars 3-4 --key D --range C3-A5 --seed 2 --out filled.mid").done();

        assertThat(Midi.score(cadenza.file("filled.mid")).tracks().stream()
                        .flatMap(track -> track.notes().stream())
                        .filter(note -> note.tick() >= 2 * bar && note.tick() < 4 * bar))
                .isNotEmpty()
                .allSatisfy(note -> {
                    assertThat(note.pitch() % 12).isIn(2, 4, 6, 7, 9, 11, 1);
                    assertThat(note.pitch()).isBetween(48, 81);
                });
    }

    @Test
    void what_looks_behind_is_refused() throws Exception {
        for (String command : List.of("harmonise", "vary")) {
            Result result = cadenza.run(command + " piece.mid --model chorales");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.stderr())
                    .isEqualTo("cadenza: model 'chorales' goes from left to right: it can fill bars, but not " + command
                            + "; give a model that predicts masked tokens with --model, such as chorales-rewrite\n");
        }
    }
}
