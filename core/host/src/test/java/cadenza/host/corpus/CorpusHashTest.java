package cadenza.host.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Corpus;
import cadenza.api.document.Document;
import cadenza.api.document.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusHashTest {
    private static String hash(List<String> training, List<String> validation) {
        return CorpusHash.of(new Corpus(
                training.stream().map(text -> (Document) new Text("t", text)).toList(),
                validation.stream().map(text -> (Document) new Text("t", text)).toList()));
    }

    @Test
    void theSameTextsGiveTheSameHashAndOthersAnother() {
        String hash = hash(List.of("ab", "c"), List.of("d"));

        assertThat(hash).matches("[0-9a-f]{64}").isEqualTo(hash(List.of("ab", "c"), List.of("d")));
        assertThat(hash)
                .isNotEqualTo(hash(List.of("a", "bc"), List.of("d")))
                .isNotEqualTo(hash(List.of("ab", "c", "d"), List.of()))
                .isNotEqualTo(hash(List.of("c", "ab"), List.of("d")));
    }

    @Test
    void itDoesNotMatterWhereAPieceEnds() {
        String emoji = "x" + "\uD83D\uDE00".repeat(70_000);

        assertThat(hash(List.of(emoji), List.of())).isNotEqualTo(hash(List.of(emoji + "x"), List.of()));
    }
}
