package cadenza.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Corpus;
import cadenza.api.CorpusReport;
import cadenza.api.CorpusReport.LeftOut;
import cadenza.api.FittedOptions;
import cadenza.api.Settings;
import cadenza.api.document.Text;
import cadenza.host.corpus.CorpusReader.Material;
import cadenza.host.corpus.FilesRead;
import cadenza.host.corpus.TextSurvey;
import cadenza.host.text.TextEncoding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CorpusLinesTest {
    private static final String PASSAGE =
            "Call me Ishmael. Some years ago, never mind how long precisely, having little or no money.\n";

    @Test
    void whatIsInTheFilesIsToldBeforeTheTraining() {
        Corpus corpus = new Corpus(
                List.of(new Text("one.txt", "#\n" + PASSAGE + "between\n" + PASSAGE)),
                List.of(new Text("one.txt", "\u5e8a\u524d 42")));
        FilesRead files = new FilesRead(
                Map.of(TextEncoding.UTF_8, 1, TextEncoding.UTF_16_LITTLE_ENDIAN, 2),
                1,
                2,
                List.of(Path.of("a.png"), Path.of("b.png"), Path.of("c.png"), Path.of("d.png")));
        Material material = new Material(corpus, 3, List.of(new LeftOut("blank.txt", "it is empty")), files);
        CorpusReport report = new CorpusReport(192, 5, 30, 2, List.of("1 rare character became UNK: #"), List.of());

        assertThat(new CorpusLines(material, Optional.of(TextSurvey.of(corpus, true))).lines(report))
                .containsExactly(
                        "read 3 documents: 192 tokens to train on, 5 to validate, 30 in the vocabulary, 2 unknown (UNK)",
                        "skipped 4 other files: a.png, b.png, c.png \u2026",
                        "UTF-16, little-endian in 2 files; 2 files unpacked; line ends made LF in 1 file",
                        "197 characters, 31 of them different: 19 of a-z, 3 of A-Z, 2 of 0-9, 2 Han, 5 others",
                        "46.7 % of the text is passages of 80 characters and more that stand in it before; the longest,"
                                + " 92, begins in one.txt, line 3, and before in one.txt, line 1",
                        "197 characters are little: expect passages copied from them; some hundred thousand teach words,"
                                + " some millions sentences",
                        "1 rare character became UNK: #",
                        "left out blank.txt: it is empty");
    }

    @Test
    void ofMusicNothingButItsTokensIsTold() {
        Material material =
                new Material(new Corpus(List.of(), List.of()), 1, List.of(), new FilesRead(Map.of(), 0, 0, List.of()));
        CorpusReport report = new CorpusReport(1200, 0, 30, 0, List.of(), List.of());

        assertThat(new CorpusLines(material, Optional.empty()).lines(report))
                .containsExactly(
                        "read 1 document: 1,200 tokens to train on, 0 to validate, 30 in the vocabulary, 0 unknown (UNK)",
                        "nothing is held back to validate on (of fewer than 10 pieces none is); the last weights are"
                                + " kept");
    }

    @Test
    void optionsAreToldWithTheirReasonsButForThoseThatWereGiven() {
        FittedOptions fitted = new FittedOptions(
                Settings.empty().with("hidden", 128).with("dropout", 0.5).with("batch", 8),
                Map.of("hidden", "it is little", "batch", "it is quick"));
        assertThat(OptionReasons.lines(fitted, Set.of("batch"))).containsExactly("hidden 128: it is little");
        FittedOptions together = new FittedOptions(fitted.settings(), Map.of("dropout", "it is little"));
        assertThat(OptionReasons.lines(together, Set.of())).containsExactly("dropout 0.5: it is little");
        assertThat(OptionReasons.lines(together, Set.of("dropout"))).isEmpty();
    }
}
