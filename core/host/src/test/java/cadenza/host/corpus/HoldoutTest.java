package cadenza.host.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Corpus;
import cadenza.api.document.Text;
import cadenza.host.text.PiecedText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldoutTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "9, 8", "10, 9", "11, 9", "100, 90", "105, 94"})
    void theLastTenthOfATextIsForValidation(int length, int cut) {
        String plain = "abcdefghij".repeat(11).substring(0, length);
        String emoji = "\ud83d\ude00".repeat(length);
        Holdout holdout = new Holdout();
        holdout.add(new PiecedText("plain", List.of(plain)));
        holdout.add(new PiecedText("emoji", List.of(emoji)));
        Corpus corpus = holdout.corpus();
        assertThat(corpus.training())
                .containsExactly(
                        new Text("plain", plain.substring(0, cut)), new Text("emoji", emoji.substring(0, 2 * cut)));
        assertThat(corpus.validation())
                .containsExactly(new Text("plain", plain.substring(cut)), new Text("emoji", emoji.substring(2 * cut)));
    }
}
