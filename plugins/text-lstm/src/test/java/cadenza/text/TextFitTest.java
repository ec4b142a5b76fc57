package cadenza.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Corpus;
import cadenza.api.FittedOptions;
import cadenza.api.GeneratorOption;
import cadenza.api.Settings;
import cadenza.api.TrainingOptions;
import cadenza.api.UserException;
import cadenza.api.document.Text;
import cadenza.testkit.QuietListener;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options that fit a corpus. */
class TextFitTest {
    private final TextGenerator generator = new TextGenerator();

    private FittedOptions fitted(long characters) {
        return TextFit.of(
                generator.info().defaults(), Map.of((int) 'a', characters - characters / 2, (int) 'b', characters / 2));
    }

    @ParameterizedTest
    @CsvSource({
        "5000, 64, 0.5, 4, 16, 0.003",
        "20000, 128, 0.5, 8, 32, 0.006",
        "100000, 256, 0.3, 16, 64, 0.006",
        "1000000, 256, 0.3, 32, 64, 0.01",
        "10000000, 256, 0.1, 32, 64, 0.01",
        "70000000, 512, 0.0, 64, 64, 0.005"
    })
    void theNetworkGrowsWithTheCorpus(
            long characters, int hidden, double dropout, int batch, int steps, double learningRate) {
        Settings settings = fitted(characters).settings();
        assertThat(settings.number("hidden")).isEqualTo(hidden);
        assertThat(settings.decimal("dropout", 0, 1)).isEqualTo(dropout);
        assertThat(settings.number("batch")).isEqualTo(batch);
        assertThat(settings.number("steps")).isEqualTo(steps);
        assertThat(settings.decimal("learning-rate", 0, 1)).isEqualTo(learningRate);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 10, 100, 1000, 20_000, 200_000, 1_000_000, 8_000_000, 30_000_000, 1L << 30})
    void everyOptionHasAValueThatIsAllowedAndAReasonWhereItIsNotTheDefault(long characters) {
        FittedOptions fitted = fitted(characters);
        for (GeneratorOption option : generator.info().options()) {
            Object value = fitted.settings().value(option.name());
            assertThat(option.parse(value.toString())).isEqualTo(value);
            boolean usual = value.equals(option.defaultValue());
            assertThat(fitted.reasons().containsKey(option.name()))
                    .as("%s %s", option.name(), value)
                    .isEqualTo(!usual);
        }
    }

    @Test
    void aMillionCharactersAreWhatTheDefaultsAreFor() {
        assertThat(fitted(1_000_000))
                .isEqualTo(new FittedOptions(generator.info().defaults(), Map.of()));
    }

    @Test
    void whereManyCharactersOccurOnceNoneIsRare() {
        Map<Integer, Long> counts = Map.of((int) 'a', 300L, (int) 'b', 1L, (int) 'c', 1L);
        FittedOptions fitted = TextFit.of(generator.info().defaults(), counts);
        assertThat(fitted.settings().number("min-count")).isEqualTo(1);
        assertThat(fitted.reasons())
                .containsEntry("min-count", "2 of 302 characters occur once, too many to take them for rare");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "abc", "to be or not to be\n", "\ud83d\ude00\ud83d\ude01", "aaaaaaaaaaaaaaaaaaaaaaa"})
    void aFewCharactersAreEnough(String content) {
        Corpus corpus = new Corpus(List.of(new Text("training", content)), List.of());
        Settings settings = generator.fit(corpus).settings();
        TrainingOptions options = new TrainingOptions(settings, OptionalInt.of(1), Optional.empty(), 1);
        assertThat(generator.train(corpus, options, QuietListener.impatient())).isNotNull();
    }

    @Test
    void aCorpusWithoutCharactersIsRefusedByTheTraining() {
        Corpus corpus = new Corpus(List.of(new Text("training", "")), List.of(new Text("rest", "a")));
        Settings settings = generator.fit(corpus).settings();
        TrainingOptions options = new TrainingOptions(settings, OptionalInt.of(1), Optional.empty(), 1);
        assertThatThrownBy(() -> generator.train(corpus, options, QuietListener.impatient()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no characters to train on");
    }
}
