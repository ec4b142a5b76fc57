package cadenza.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Corpus;
import cadenza.api.CorpusReport;
import cadenza.api.Settings;
import cadenza.api.TrainingOptions;
import cadenza.api.UserException;
import cadenza.api.document.Text;
import cadenza.testkit.QuietListener;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the generator says of a corpus before it trains. */
class CorpusReportsTest {
    private static final String LINES = "to be or not to be\n".repeat(20);

    private final TextGenerator generator = new TextGenerator();

    @Test
    void rareCharactersAreCountedAndNamed() {
        CorpusReport report = report(LINES + "\u00f8\ud83d\ude00\u0301", "what? \u00f8", 2);
        assertThat(report.trainingTokens()).isEqualTo(LINES.length() + 3);
        assertThat(report.validationTokens()).isEqualTo(7);
        // Three in the training text; w, h, a, ? and the same letter again in the other.
        assertThat(report.unknownTokens()).isEqualTo(3 + 5);
        assertThat(report.remarks()).containsExactly("3 rare characters became UNK: \u00f8 U+0301 U+1F600");
    }

    @Test
    void withAMinimumOfOneNothingOfTheTrainingTextIsUnknown() {
        CorpusReport report = report(LINES + "\u00f8", "", 1);
        assertThat(report.unknownTokens()).isZero();
        assertThat(report.remarks()).isEmpty();
        assertThat(report.vocabulary())
                .isEqualTo(1 + "to bernt\n\u00f8".chars().distinct().count());
    }

    @Test
    void ofManyRareCharactersOnlySomeAreNamed() {
        CorpusReport report = report(LINES + "ABCDEFGHIJKLMNOPQ", "", 2);
        assertThat(report.remarks()).containsExactly("17 rare characters became UNK: A B C D E F G H I J K L \u2026");
    }

    @Test
    void aCorpusShorterThanAWindowIsRefused() {
        assertThatThrownBy(() -> report("aabb", "", 2))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("4 characters")
                .hasMessageContaining("--steps");
    }

    @Test
    void aCorpusOfRareCharactersAloneIsRefused() {
        assertThatThrownBy(() -> report("abcd", "", 2))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no character of the corpus occurs at least 2 times");
    }

    private CorpusReport report(String training, String validation, int minCount) {
        Settings settings = generator
                .info()
                .defaults()
                .with("hidden", 4)
                .with("batch", 2)
                .with("steps", 8)
                .with("min-count", minCount);
        QuietListener listener = QuietListener.impatient();
        Corpus corpus = new Corpus(List.of(new Text("training", training)), List.of(new Text("other", validation)));
        generator.train(corpus, new TrainingOptions(settings, OptionalInt.of(1), Optional.empty(), 1), listener);
        return listener.reports().get(0);
    }
}
