package cadenza.host.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.CorpusReport.LeftOut;
import cadenza.api.UserException;
import cadenza.api.document.Document;
import cadenza.api.document.Medium;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Text;
import cadenza.api.document.Track;
import cadenza.host.music.MidiWriter;
import cadenza.host.text.TextEncoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusReaderTest {
    @TempDir
    Path folder;

    private Path write(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path text(String name) {
        return write(name, ("content of " + name).getBytes());
    }

    private Path midi(String name) {
        return write(name, new MidiWriter().write(score(name), Optional.empty()));
    }

    private static Score score(String title) {
        return new Score(
                title,
                List.of(new TempoChange(0, 120)),
                List.of(new MeterChange(0, Meter.COMMON)),
                Optional.empty(),
                List.of(new Track("", 0, 0, List.of(new Note(0, 480, 60, 64)))),
                480);
    }

    private static List<String> titles(CorpusReader.Reading reading) {
        return reading.documents().stream().map(Document::title).toList();
    }

    @Test
    void aNamedFileIsReadWhateverItsEnding() {
        Path poem = text("poem");
        Path log = text("notes.log");
        assertThat(titles(new CorpusReader(Medium.TEXT).read(List.of(log, poem))))
                .containsExactly("notes.log", "poem");
        Path tune = midi("tune.bin");
        assertThat(titles(new CorpusReader(Medium.MUSIC).read(List.of(tune)))).containsExactly("tune.bin");
    }

    @Test
    void ofAFolderTheFilesOfTheMediumAreReadInTheOrderOfTheirPaths() {
        text("b.txt");
        text("a/z.md");
        text("a/deep/y.TXT");
        text("c.html");
        text("txt");
        midi("d.mid");
        midi("a/e.MIDI");
        assertThat(titles(new CorpusReader(Medium.TEXT).read(List.of(folder))))
                .containsExactly("y.TXT", "z.md", "b.txt");
        assertThat(titles(new CorpusReader(Medium.MUSIC).read(List.of(folder)))).containsExactly("e.MIDI", "d.mid");
    }

    @Test
    void pathsAreReadInTheOrderGiven() {
        text("one/b.txt");
        text("two/a.txt");
        assertThat(titles(new CorpusReader(Medium.TEXT).read(List.of(folder.resolve("two"), folder.resolve("one")))))
                .containsExactly("a.txt", "b.txt");
    }

    @Test
    void aBrokenMidiFileInAFolderIsLeftOutWithItsReason() {
        midi("good.mid");
        write("sub/broken.mid", new byte[] {1, 2, 3});
        CorpusReader.Reading reading = new CorpusReader(Medium.MUSIC).read(List.of(folder));
        assertThat(titles(reading)).containsExactly("good.mid");
        assertThat(reading.leftOut()).hasSize(1);
        LeftOut leftOut = reading.leftOut().get(0);
        assertThat(leftOut.title()).isEqualTo(Path.of("sub", "broken.mid").toString());
        assertThat(leftOut.reason()).contains("broken.mid").doesNotContain("\n");
    }

    @Test
    void aBrokenMidiFileThatIsNamedIsTheUsersFault() {
        Path broken = write("broken.mid", new byte[] {1, 2, 3});
        Path good = midi("good.mid");
        assertThatThrownBy(() -> new CorpusReader(Medium.MUSIC).read(List.of(good, broken)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("broken.mid");
    }

    @Test
    void aTextThatIsNotUtf8StopsEverything() {
        text("good.txt");
        write("bad.txt", new byte[] {'a', (byte) 0xFF});
        assertThatThrownBy(() -> new CorpusReader(Medium.TEXT).read(List.of(folder)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("bad.txt")
                .hasMessageContaining("byte 1");
    }

    @Test
    void nothingToReadIsTheUsersFault() throws IOException {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> new CorpusReader(Medium.TEXT).read(List.of(missing)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("'" + missing + "' does not exist");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> new CorpusReader(Medium.MUSIC).read(List.of(empty)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("there is no music in '" + empty + "'");
        write("empty/broken.mid", new byte[9]);
        assertThatThrownBy(() -> new CorpusReader(Medium.MUSIC).read(List.of(empty)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("left out were 1, the first, broken.mid: ");
    }

    @Test
    void aTextIsHeldInItsTwoPartsAlone() {
        write("sub/page.txt", "\ufeffab\r\ncdefgh\ud83d\ude00\r".getBytes(StandardCharsets.UTF_8));
        write("sub/empty.txt", new byte[0]);
        Path other = write("other", "x".getBytes(StandardCharsets.UTF_8));
        CorpusReader.Material material =
                new CorpusReader(Medium.TEXT).readWithHoldout(List.of(folder.resolve("sub"), other));
        assertThat(material.corpus().training())
                .containsExactly(new Text("page.txt", "ab\ncdefgh"), new Text("other", ""));
        assertThat(material.corpus().validation())
                .containsExactly(new Text("page.txt", "\ud83d\ude00\n"), new Text("other", "x"));
        assertThat(material.documents()).isEqualTo(2);
        assertThat(material.leftOut()).extracting(LeftOut::title).containsExactly("empty.txt");
    }

    @Test
    void everyTenthPieceIsForValidation() {
        IntStream.rangeClosed(10, 34).forEach(number -> midi(number + ".mid"));
        CorpusReader.Material material = new CorpusReader(Medium.MUSIC).readWithHoldout(List.of(folder));
        assertThat(material.corpus().validation()).extracting(Document::title).containsExactly("19.mid", "29.mid");
        assertThat(material.corpus().training())
                .hasSize(23)
                .doesNotContainAnyElementsOf(material.corpus().validation());
        assertThat(material.documents()).isEqualTo(25);
    }

    @Test
    void whereThereAreOthersToValidateOnNothingIsHeldBack() {
        Path page = text("page");
        text("others/a.txt");
        write("others/b.txt", new byte[0]);
        CorpusReader.Material material =
                new CorpusReader(Medium.TEXT).readWithValidation(List.of(page), List.of(folder.resolve("others")));
        assertThat(material.corpus().training()).containsExactly(new Text("page", "content of page"));
        assertThat(material.corpus().validation()).containsExactly(new Text("a.txt", "content of others/a.txt"));
        assertThat(material.documents()).isEqualTo(1);
        assertThat(material.leftOut()).extracting(LeftOut::title).containsExactly("b.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ufeff"})
    void anEmptyPageInAFolderIsLeftOut(String nothing) {
        text("page.txt");
        write("empty.txt", nothing.getBytes(StandardCharsets.UTF_8));
        CorpusReader.Reading reading = new CorpusReader(Medium.TEXT).read(List.of(folder));
        assertThat(titles(reading)).containsExactly("page.txt");
        assertThat(reading.leftOut()).extracting(LeftOut::title).containsExactly("empty.txt");
    }

    @Test
    void everyPieceGoesThroughThePreparation() {
        for (int i = 0; i < 11; i++) {
            midi("pieces/piece-" + i + ".mid");
        }
        CorpusReader reader = new CorpusReader(Medium.MUSIC, score -> score.withTempo(60));

        Stream.of(
                        reader.read(List.of(folder.resolve("pieces"))).documents(),
                        reader.readWithHoldout(List.of(folder.resolve("pieces")))
                                .corpus()
                                .training(),
                        reader.readWithHoldout(List.of(folder.resolve("pieces")))
                                .corpus()
                                .validation(),
                        reader.readWithValidation(List.of(folder.resolve("pieces")), List.of(folder.resolve("pieces")))
                                .corpus()
                                .validation())
                .forEach(documents -> assertThat(documents)
                        .isNotEmpty()
                        .allMatch(document -> ((Score) document).tempos().get(0).beatsPerMinute() == 60));
    }

    private static List<String> names(List<Path> paths) {
        return paths.stream().map(path -> path.toString().replace('\\', '/')).toList();
    }

    @Test
    void filesOfFoldersThatAreNotOfTheMediumAreNamedHiddenOnesLast() {
        text("pages/one.txt");
        text("pages/.draft");
        text("pages/deep/cover.png");
        text("pages/notes.docx");
        text("pages/.git/config");
        CorpusReader.Material material =
                new CorpusReader(Medium.TEXT).readWithHoldout(List.of(folder.resolve("pages")));
        assertThat(names(material.files().others()))
                .containsExactly("deep/cover.png", "notes.docx", ".draft", ".git/config");
        assertThat(material.documents()).isEqualTo(1);
    }

    @Test
    void encodingsAndLineEndsAreCounted() throws IOException {
        write("pages/a.txt", "one\r\ntwo".getBytes(StandardCharsets.UTF_8));
        write("pages/b.md", "\ufeffone".getBytes(StandardCharsets.UTF_16BE));
        write("pages/c.txt", "one".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write("one\rtwo".getBytes(StandardCharsets.UTF_8));
        }
        write("pages/d.txt.gz", packed.toByteArray());
        FilesRead files = new CorpusReader(Medium.TEXT)
                .readWithHoldout(List.of(folder.resolve("pages")))
                .files();
        assertThat(files)
                .isEqualTo(new FilesRead(
                        Map.of(TextEncoding.UTF_8, 3, TextEncoding.UTF_16_BIG_ENDIAN, 1), 2, 1, List.of()));
        assertThat(new CorpusReader(Medium.TEXT)
                        .readWithValidation(List.of(folder.resolve("pages")), List.of(folder.resolve("pages/a.txt")))
                        .files())
                .isEqualTo(files);
    }

    @Test
    void whatIsHiddenInAFolderIsPassedOver() {
        text("pages/a.txt");
        text("pages/._a.txt");
        text("pages/.versions/a.txt");
        CorpusReader.Reading reading = new CorpusReader(Medium.TEXT).read(List.of(folder.resolve("pages")));
        assertThat(titles(reading)).containsExactly("a.txt");
        assertThat(reading.files().others()).containsExactlyInAnyOrder(Path.of("._a.txt"), Path.of(".versions/a.txt"));
        assertThat(titles(new CorpusReader(Medium.TEXT).read(List.of(folder.resolve("pages/._a.txt")))))
                .containsExactly("._a.txt");
    }

    @Test
    void aPatternStandsForTheFilesItMatches() {
        text("pages/b.txt");
        text("pages/a.txt");
        text("pages/c.log");
        text("pages/.hidden.txt");
        text("pages/deep/d.txt");
        text("pages/deep/more/e.txt");
        CorpusReader reader = new CorpusReader(Medium.TEXT);
        assertThat(titles(reader.read(List.of(folder.resolve("pages/*.txt"))))).containsExactly("a.txt", "b.txt");
        assertThat(titles(reader.read(List.of(folder.resolve("p*/?.{txt,log}")))))
                .containsExactly("a.txt", "b.txt", "c.log");
        assertThat(titles(reader.read(List.of(folder.resolve("pages/[bc].*"))))).containsExactly("b.txt", "c.log");
        assertThat(titles(reader.read(List.of(folder.resolve("pages/**.txt")))))
                .containsExactly("a.txt", "b.txt", "d.txt", "e.txt");
        assertThat(titles(reader.read(List.of(folder.resolve("pages/**/*.txt")))))
                .isEqualTo(titles(reader.read(List.of(folder.resolve("pages/**.txt")))));
        assertThat(titles(reader.read(List.of(folder.resolve("pages/d*"))))).containsExactly("d.txt", "e.txt");
        assertThat(titles(reader.read(List.of(folder.resolve("pages/.h*"))))).containsExactly(".hidden.txt");
    }

    @Test
    void whatAPatternMatchesIsLeftOutAsInAFolder() {
        text("pages/a.txt");
        write("pages/b.txt", new byte[0]);
        CorpusReader.Reading reading = new CorpusReader(Medium.TEXT).read(List.of(folder.resolve("pages/*.txt")));
        assertThat(titles(reading)).containsExactly("a.txt");
        assertThat(reading.leftOut()).extracting(LeftOut::title).containsExactly("b.txt");
    }

    @Test
    void aFileWhoseNameHasWildcardsIsThatFile() {
        Path odd = text("notes [draft].txt");
        text("notes d.txt");
        assertThat(titles(new CorpusReader(Medium.TEXT).read(List.of(odd)))).containsExactly("notes [draft].txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.tex", "none/*.txt", "{a,b}.txt"})
    void aPatternThatMatchesNothingIsTheUsersFault(String pattern) {
        text("a.log");
        Path path = folder.resolve(pattern);
        assertThatThrownBy(() -> new CorpusReader(Medium.TEXT).read(List.of(path)))
                .isInstanceOf(UserException.class)
                .hasMessage("no file matches '" + path + "'; give a text file, or a folder with .txt or .md files");
    }

    @Test
    void aPatternThatIsNoneIsTheUsersFault() {
        Path path = folder.resolve("pages[");
        assertThatThrownBy(() -> new CorpusReader(Medium.TEXT).read(List.of(path)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("'" + path + "' does not exist, and is no pattern either: ");
    }
}
