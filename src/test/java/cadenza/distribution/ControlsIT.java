package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.distribution.CadenzaProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user asks of a clip holds in the file. */
class ControlsIT {
    private static final int BAR = 4 * Score.TICKS_PER_QUARTER;

    private CadenzaProcess cadenza;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        cadenza = CadenzaProcess.in(folder);
        TinyModels.into(cadenza);
    }

    private Score compose(String... options) throws Exception {
        run(options).done();
        return Midi.score(cadenza.file("clip.mid"));
    }

    private Result run(String... options) throws Exception {
        return cadenza.run(Stream.concat(
                        Stream.of("compose", "--model", "quartet", "--seed", "5", "--out", "clip.mid"),
                        Stream.of(options))
                .toList());
    }

    private static List<Note> notes(Score score) {
        return score.tracks().stream().flatMap(track -> track.notes().stream()).toList();
    }

    @Test
    void no_note_is_outside_of_key_range_and_chords() throws Exception {
        Score score = compose("--bars", "4", "--key", "Dm", "--range", "G2-G5", "--chords", "Dm | Gm7 C7 | F | Dm");

        List<List<Integer>> chords =
                List.of(List.of(2, 5, 9), List.of(7, 10, 2, 5), List.of(5, 9, 0), List.of(2, 5, 9));
        assertThat(score.end()).isEqualTo(4 * BAR);
        assertThat(score.key()).contains(new KeySignature(-1, true));
        assertThat(notes(score)).isNotEmpty().allSatisfy(note -> {
            assertThat(note.pitch()).isBetween(43, 79);
            assertThat(note.pitch() % 12).isIn(2, 4, 5, 7, 9, 10, 0);
            boolean secondChord = note.tick() / BAR == 1 && note.tick() % BAR >= BAR / 2;
            if (note.tick() % 480 == 0) {
                assertThat(note.pitch() % 12)
                        .isIn(secondChord ? List.of(0, 4, 7, 10) : chords.get((int) (note.tick() / BAR)));
            }
        });
    }

    @Test
    void meter_tempo_and_programs_are_those_asked_for() throws Exception {
        Score score = compose("--bars", "2", "--meter", "4/4", "--tempo", "72", "--program", "violin,42");

        assertThat(score.meters()).singleElement().satisfies(change -> assertThat(change.meter())
                .isEqualTo(Meter.COMMON));
        assertThat(score.tempos()).singleElement().satisfies(change -> assertThat(change.beatsPerMinute())
                .isEqualTo(72));
        assertThat(score.tracks()).extracting(track -> track.program()).containsExactly(40, 42, 42, 42);
    }

    @Test
    void a_clip_is_continued_and_replayed_without_its_prime() throws Exception {
        TinyModels.writePieces(cadenza.file("pieces"));
        Files.move(cadenza.file("pieces/piece-03.mid"), cadenza.file("prime.mid"));
        Score prime = Midi.score(cadenza.file("prime.mid"));

        Score score = compose("--bars", "3", "--prime", "prime.mid", "--density", "1");

        assertThat(score.end()).isEqualTo(prime.end() + 3 * BAR);
        assertThat(score.tempos()).isEqualTo(prime.tempos());
        for (int i = 0; i < prime.tracks().size(); i++) {
            List<Note> before = prime.tracks().get(i).notes();
            assertThat(score.tracks().get(i).notes()).startsWith(before.toArray(Note[]::new));
        }
        assertThat(notes(score).stream().filter(note -> note.tick() >= prime.end()))
                .isNotEmpty();
        Files.delete(cadenza.file("prime.mid"));
        cadenza.run("replay clip.mid --out again.mid").done();
        assertThat(cadenza.file("again.mid")).hasSameBinaryContentAs(cadenza.file("clip.mid"));
    }

    @Test
    void what_cannot_be_held_is_said_in_one_line_and_nothing_is_written() throws Exception {
        assertRefused("--key 'Q' is no key", "--key", "Q");
        assertRefused("--key and --scale both say", "--key", "D", "--scale", "D dorian");
        assertRefused("--scale 'D major7' is no scale", "--scale", "D major7");
        assertRefused("--range 'C3' is no range", "--range", "C3");
        assertRefused("--chords has 'X7', which is no chord", "--chords", "C | X7");
        assertRefused("--meter '4' is no meter", "--meter", "4");
        assertRefused("--meter 11/8 is none that this model knows; it knows ", "--meter", "11/8");
        assertRefused("--program 'Kazoo' is no number of 0..127", "--program", "Kazoo");
        assertRefused("--max-rest -1.0 is not in 0.0..64.0 beats", "--max-rest", "-1");
        assertRefused("--density 9.0 is not in -3.0..3.0", "--density", "9");
        assertRefused("'none.mid' does not exist", "--prime", "none.mid");
        assertRefused("--range C8-C9 leaves model 'quartet' no note to play; allow it more", "--range", "C8-C9");
    }

    private void assertRefused(String said, String... options) throws Exception {
        Result result = run(options);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.stderr()).startsWith("cadenza: " + said);
        assertThat(result.stderr().lines().count()).isLessThanOrEqualTo(2);
        assertThat(cadenza.file("clip.mid")).doesNotExist();
    }

    @Test
    void help_groups_what_a_clip_must_hold() throws Exception {
        String help = cadenza.run("compose --help").done().text();

        assertThat(help).contains("\nWhat the clip must hold:\n");
        assertThat(help.indexOf("--key=KEY", help.indexOf("What the clip must hold")))
                .isPositive();
    }
}
