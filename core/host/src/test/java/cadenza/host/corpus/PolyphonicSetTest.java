package cadenza.host.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.api.document.Document;
import cadenza.api.document.Medium;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolyphonicSetTest {
    @TempDir
    Path folder;

    private final CorpusReader reader = new CorpusReader(Medium.MUSIC);

    private Path set(String json) throws IOException {
        Path file = folder.resolve("set.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static List<String> titles(List<? extends Document> documents) {
        return documents.stream().map(Document::title).toList();
    }

    @Test
    void aPitchThatGoesOnIsOneNoteAndSilentStepsCount() throws IOException {
        Path file = set("{\"test\": [[[], [60, 64], [64, 60], [60], [], [60], []]]}");
        Score score = (Score) reader.read(List.of(file)).documents().get(0);
        assertThat(score.end()).isEqualTo(7 * 480);
        assertThat(score.tracks().get(0).notes())
                .containsExactly(
                        new Note(480, 3 * 480, 60, 80), new Note(480, 2 * 480, 64, 80), new Note(5 * 480, 480, 60, 80));
    }

    @Test
    void trainIsLearnedFromAndValidServesToValidate() throws IOException {
        Path file = set("{\"train\": [[[60]], [[61]]], \"valid\": [[[62]]], \"test\": [[[63]]]}");
        CorpusReader.Material material = reader.readWithHoldout(List.of(file));
        assertThat(titles(material.corpus().training())).containsExactly("set.json.gz train 1", "set.json.gz train 2");
        assertThat(titles(material.corpus().validation())).containsExactly("set.json.gz valid 1");
        assertThat(reader.readWithValidation(List.of(file), List.of(file)).corpus())
                .isEqualTo(material.corpus());
    }

    @Test
    void withoutAPartToValidateOnEveryTenthPieceServes() throws IOException {
        Path file = set("{\"train\": [" + "[[60]],".repeat(9) + "[[61]]]}");
        CorpusReader.Material material = reader.readWithHoldout(List.of(file));
        assertThat(material.corpus().training()).hasSize(9);
        assertThat(titles(material.corpus().validation())).containsExactly("set.json.gz train 10");
    }

    @Test
    void measuredIsTestOrElseValidOrWhatIsAskedFor() throws IOException {
        Path all = set("{\"train\": [[[60]]], \"valid\": [[[62]]], \"test\": [[[63]]]}");
        assertThat(titles(reader.read(List.of(all)).documents())).containsExactly("set.json.gz test 1");
        assertThat(titles(reader.readPart(List.of(all), "valid").documents())).containsExactly("set.json.gz valid 1");
        Path kept = set("{\"train\": [[[60]]], \"valid\": [[[62]]]}");
        assertThat(titles(reader.read(List.of(kept)).documents())).containsExactly("set.json.gz valid 1");
        assertThatThrownBy(() -> reader.readPart(List.of(kept), "test"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("has no pieces in a part 'test'; its parts are train, valid");
    }

    @Test
    void aPartOfAFileWithoutPartsIsRefused() {
        assertThatThrownBy(() -> reader.readPart(List.of(Path.of("tune.mid")), "valid"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("'tune.mid' has no parts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | instead of an object of parts it has '['",
                "{\"train\": 3} | instead of a list of pieces it has '3'",
                "{\"train\": [3]} | instead of a list of steps it has '3'",
                "{\"train\": [[3]]} | instead of a list of pitches it has '3'",
                "{\"train\": [[[\"c\"]]]} | 'c' in set.json.gz train 1 is no pitch",
                "{\"train\": [[[128]]]} | pitch 128 in set.json.gz train 1 is not in 0..127",
                "{\"other\": []} | it has a part 'other'",
                "{\"train\": [], \"train\": []} | it has a part 'train'",
                "{\"train\": [[[60, | it is no JSON",
            })
    void whatIsNoSetIsRefusedInOneLine(String json, String reason) throws IOException {
        Path file = set(json);
        assertThatThrownBy(() -> reader.read(List.of(file)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }

    @Test
    void whatIsNotCompressedIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("plain.json.gz"), "{}");
        assertThatThrownBy(() -> reader.read(List.of(file)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aFileThatUnfoldsWithoutEndIsRefused() throws IOException {
        Path file = folder.resolve("bomb.json.gz");
        ByteArrayOutputStream steps = new ByteArrayOutputStream();
        for (int i = 0; i < 100_000; i++) {
            steps.write("[],".getBytes(StandardCharsets.UTF_8));
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{\"train\": [[".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i <= PolyphonicSetReader.MOST_NOTES / 100_000; i++) {
                out.write(steps.toByteArray());
            }
        }
        assertThatThrownBy(() -> reader.read(List.of(file)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("it goes on after");
    }
}
