package cadenza.music;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.UnsuitableDocumentException;
import cadenza.api.document.Medium;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.host.corpus.CorpusReader;
import cadenza.music.coding.PieceCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the polyphonic benchmark counts: the pitches of each step. */
class StepsSurviveTheChordsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[60, 64], [60, 64], [60, 64]]",
                "[[], [], [60], []]",
                "[[60], [], [], [60]]",
                "[[60, 62], [60], [62], [60, 62], [60, 62]]",
                "[[21, 108], [], [21], [108], [21, 22, 23, 24, 25, 26, 27, 28, 29]]",
                "[[]]",
            })
    void eachStepKeepsItsPitches(String steps) throws IOException, UnsuitableDocumentException {
        Path file = folder.resolve("set.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("{\"test\": [" + steps + "]}").getBytes(StandardCharsets.UTF_8));
        }
        Score score = (Score)
                new CorpusReader(Medium.MUSIC).read(List.of(file)).documents().get(0);
        Score all = AwkwardScores.score("all", "4/4", AwkwardScores.track(0, 0, allPitches()));
        PieceCodec codec = Codings.named("chords").codecOf(List.of(score, all), 0, 0);
        Codings.named("chords").check(score);
        Score decoded = codec.decode(codec.encode(score), "decoded");
        assertThat(stepsOf(decoded, codec.ticksPerStep())).hasToString(steps);
    }

    private static Note[] allPitches() {
        return java.util.stream.IntStream.range(0, 128)
                .mapToObj(pitch -> AwkwardScores.note(0, 480, pitch, 80))
                .toArray(Note[]::new);
    }

    private static List<TreeSet<Integer>> stepsOf(Score score, int step) {
        List<TreeSet<Integer>> steps = new ArrayList<>();
        for (long tick = 0; tick < score.end(); tick += step) {
            TreeSet<Integer> here = new TreeSet<>();
            for (Note note : score.tracks().get(0).notes()) {
                if (note.tick() <= tick && tick < note.end()) {
                    here.add(note.pitch());
                }
            }
            steps.add(here);
        }
        return steps;
    }
}
