package cadenza.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Text;
import cadenza.host.novelty.TextFingerprint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the training text is underlined, and what was given is not. */
class MarkedPageTest {
    private static final String ON = "\u001b[4m";
    private static final String OFF = "\u001b[24m";
    private static final String COPIED = "the quick brown fox jumps over the lazy dog by the river";

    private final TextFingerprint training =
            TextFingerprint.of(List.of(new Text("training", COPIED))).orElseThrow();

    private String marked(String prime, String... pieces) {
        StringBuilder page = new StringBuilder();
        MarkedPage marked = new MarkedPage(training, prime, page::append);
        for (String piece : pieces) {
            marked.accept(piece);
        }
        marked.finish();
        return page.toString().replace(OFF + ON, ""); // it comes piece by piece
    }

    @Test
    void whatIsCopiedIsUnderlined() {
        assertThat(marked("", "", "A tale: ", COPIED, "; so it ends."))
                .isEqualTo("A tale: " + ON + COPIED + OFF + "; so it ends.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPrimeIsNotWhetherItComesAloneOrWithTheTextAfterIt(boolean alone) {
        String after = "; so it ends.";
        String[] pieces = alone ? new String[] {COPIED, after} : new String[] {COPIED + after};
        assertThat(marked(COPIED, pieces)).isEqualTo(COPIED + after);
    }
}
