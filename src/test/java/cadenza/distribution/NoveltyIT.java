package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Settings;
import cadenza.distribution.CadenzaProcess.Result;
import cadenza.host.storage.Json;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Is it good, is it new: samples beside real music, and what of a clip is in the training music. */
class NoveltyIT {
    private CadenzaProcess cadenza;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        cadenza = CadenzaProcess.in(folder);
        TinyModels.into(cadenza);
        TinyModels.writePieces(cadenza.file("pieces"));
    }

    private String run(String arguments) throws Exception {
        return cadenza.run(arguments).done().text();
    }

    @Test
    void every_compose_ends_with_what_it_copied() throws Exception {
        for (String arguments : new String[] {"--bars 2", "--bars 2 --count 3 --out clips"}) {
            assertThat(run("compose --model quartet --seed 5 " + arguments).lines())
                    .last()
                    .asString()
                    .matches("copied: (fewer than|at most) \\d+ notes in a row are in the training music.*");
        }
    }

    @Test
    void a_piece_of_the_training_music_is_told_to_be_one() throws Exception {
        String told = run("novelty pieces/piece-03.mid --model quartet --against pieces");

        assertThat(told.lines())
                .contains(
                        "pieces/piece-03.mid: at most 16 notes in a row are in the training music (100 % of the notes lie"
                                + " in runs of 8 or more)",
                        "  16 notes: track 1 'Soprano', bars 1-4",
                        "exactly: 16 notes: track 1 'Soprano', bars 1-4, is piece-03.mid, track 1 'Soprano', bars 1-4, as"
                                + " it stands");
        Settings figures = Json.read(run("novelty pieces/piece-03.mid --model quartet --against pieces --json"));
        assertThat(figures.number("longestRun")).isEqualTo(16);
        assertThat(figures.decimal("share", 0, 1)).isEqualTo(1);
        assertThat(figures.settings("match").number("transposition")).isZero();
    }

    @Test
    void a_limit_on_copies_is_held_and_the_clip_is_replayed() throws Exception {
        Result result = cadenza.run("compose --model quartet --bars 2 --seed 5 --max-copy 7 --out clip.mid");

        assertThat(result.exitCode()).isZero();
        assertThat(run("novelty clip.mid --model quartet")).startsWith("clip.mid: fewer than 8 notes");
        run("replay clip.mid --out again.mid");
        assertThat(cadenza.file("again.mid")).hasSameBinaryContentAs(cadenza.file("clip.mid"));
    }

    @Test
    void a_model_without_a_fingerprint_says_so() throws Exception {
        try (FileSystem zip = FileSystems.newFileSystem(cadenza.models().resolve("quartet.cadenza"))) {
            Files.delete(zip.getPath("fingerprint.bin"));
        }

        assertThat(run("compose --model quartet --bars 1 --seed 5").lines())
                .last()
                .isEqualTo("copied: not known, model 'quartet' keeps no fingerprint of its training music");
        Result refused = cadenza.run("compose --model quartet --bars 1 --max-copy 9 --out none.mid");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.stderr()).contains("--max-copy 9 cannot be held", "'quartet' keeps no fingerprint");
        assertThat(cadenza.file("none.mid")).doesNotExist();
    }

    @Test
    void samples_stand_beside_music() throws Exception {
        Settings figures =
                Json.read(run("evaluate quartet --samples 3 --bars 4 --against pieces --training pieces --json"));

        assertThat(figures.settings("samples").number("pieces")).isEqualTo(3);
        assertThat(figures.settings("reference").number("pieces")).isEqualTo(12);
        assertThat(figures.settings("reference").decimal("trackMatchMost", 16, 16))
                .isEqualTo(16);
        assertThat(figures.settings("samples").names()).contains("scaleConsistency", "parallelMoves", "copiedShare");
        String table = run("evaluate quartet --samples 2 --against pieces");
        assertThat(table.lines()).first().asString().matches("measure +quartet +reference");
        assertThat(run("evaluate quartet --samples 2 --against pieces")).isEqualTo(table);
    }

    @Test
    void clips_stand_beside_music_without_a_model() throws Exception {
        String table = run("evaluate --clips pieces/piece-01.mid pieces/piece-02.mid --against pieces");

        assertThat(table.lines()).anyMatch(line -> line.matches("pieces +2 +12"));
        assertThat(table).doesNotContain("copied");
    }

    @Test
    void what_does_not_fit_together_is_refused() throws Exception {
        for (String[] refusal : new String[][] {
            {"evaluate", "there is nothing to measure"},
            {"evaluate quartet --samples 3", "--against PATH"},
            {"evaluate quartet --against pieces", "either --samples N", "or --clips"},
            {"evaluate --samples 3 --against pieces", "wants a model"},
            {"evaluate quartet pieces --bars 3", "'pieces' is given to be predicted"},
            {"evaluate --clips pieces --against pieces --seed 3", "go with --samples"},
            {"evaluate quartet pieces --samples 3 --against pieces", "'pieces' is given to be predicted"},
            {"evaluate quartet --samples 0 --against pieces", "--samples 0 is not in 1..10000"},
            {"evaluate verse --samples 3 --against pieces", "model 'verse' makes text, not music"},
            {"novelty pieces/piece-01.mid", "nothing to hold 'pieces/piece-01.mid' against"},
            {"novelty pieces/piece-01.mid --model verse", "is music, and model 'verse' was trained on text"},
            {"compose --model quartet --max-copy 3", "--max-copy 3 is below 7"}
        }) {
            Result result = cadenza.run(refusal[0]);
            assertThat(result.exitCode()).as(refusal[0]).isEqualTo(2);
            assertThat(result.stderr()).as(refusal[0]).contains(refusal[1], refusal[refusal.length - 1]);
        }
        try (Stream<Path> files = Files.list(cadenza.work())) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("pieces");
        }
    }
}
