package cadenza.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.host.sampling.Preset;
import cadenza.host.sampling.SamplerSettings;
import cadenza.host.sampling.stage.Dry;
import cadenza.host.sampling.stage.LogitBias;
import cadenza.host.sampling.stage.Mirostat;
import cadenza.host.sampling.stage.RepetitionPenalty;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What is given comes before a preset, a preset before what the card recommends. */
class SamplingOptionsTest {
    private static final SamplerSettings CARD = new SamplerSettings(0.7, 40, 0.9, 0.02);

    private static SamplingOptions given(String... words) {
        SamplingOptions options = new SamplingOptions();
        CommandSpec spec = CommandSpec.create();
        options.addTo(spec);
        new CommandLine(spec).parseArgs(words);
        return options;
    }

    @Test
    void withoutAnyTheCardIsFollowed() {
        assertThat(given().over(CARD)).isEqualTo(CARD);
        assertThat(given().given()).isFalse();
    }

    @Test
    void aPresetTakesThePlaceOfTheCard() {
        assertThat(given("--preset", "calm").over(CARD)).isEqualTo(Preset.CALM.settings());
        assertThat(given("--preset", "calm").given()).isTrue();
    }

    @Test
    void whatIsGivenComesBeforeThePreset() {
        assertThat(given("--preset", "calm", "--temperature", "2", "--dry", "0").over(CARD))
                .isEqualTo(new SamplerSettings(2, 0, 1, 0.1));
    }

    @Test
    void everySamplerCanBeSet() {
        SamplerSettings all = given(
                        "--temperature=0.8 --min-p=0.05 --top-k=30 --typical-p=0.9 --top-p=0.95 --repetition-penalty=1.1"
                                .split(" "))
                .over(SamplerSettings.PLAIN);
        assertThat(all)
                .isEqualTo(new SamplerSettings(0.8, 30, 0.95, 0.05)
                        .withTypicalP(0.9)
                        .with(new RepetitionPenalty(1.1, RepetitionPenalty.WINDOW)));
        assertThat(given("--dry=2 --dry-base=3 --dry-length=4 --repeat-window=99 --dry-breaker=\\n --dry-breaker=."
                                .split(" "))
                        .over(SamplerSettings.PLAIN))
                .isEqualTo(SamplerSettings.PLAIN.with(new Dry(2, 3, 4, 99, List.of("\n", "."))));
        assertThat(given("--mirostat=3", "--mirostat-rate=0.2").over(SamplerSettings.PLAIN))
                .isEqualTo(SamplerSettings.PLAIN.with(new Mirostat(3, 0.2)));
        assertThat(given("--bias", "e=-2", "--bias", "\\n=1.5", "--bias", "==3").over(SamplerSettings.PLAIN))
                .isEqualTo(SamplerSettings.PLAIN.with(new LogitBias(Map.of("e", -2.0, "\n", 1.5, "=", 3.0))));
    }

    @Test
    void anEmptyBreakerIsNone() {
        assertThat(given("--dry", "1", "--dry-breaker", "").over(CARD).dry().breakers())
                .isEmpty();
    }

    @Test
    void ofMirostatAndWhatItTakesThePlaceOfTheOneThatIsGivenCounts() {
        assertThat(given("--mirostat", "3").over(CARD))
                .isEqualTo(new SamplerSettings(0.7, 0, 1).with(new Mirostat(3, 0.1)));
        SamplerSettings card = SamplerSettings.PLAIN.with(new Mirostat(3, 0.1));
        assertThat(given("--top-k", "5").over(card)).isEqualTo(new SamplerSettings(1, 5, 1));
        assertThat(given("--top-k", "0").over(card)).isEqualTo(card);
        assertThat(given("--mirostat", "0").over(card)).isEqualTo(SamplerSettings.PLAIN);
        assertThatThrownBy(() -> given("--mirostat", "3", "--top-p", "0.9").over(CARD))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("--mirostat 3.0 takes the place of");
    }

    @ParameterizedTest
    @CsvSource({
        "--mirostat-rate, 0.2, --mirostat-rate 0.2 says how --mirostat works",
        "--dry-base, 2, --dry-base 2.0 says how --dry works",
        "--dry-length, 9, --dry-length 9 says how --dry works",
        "--dry-breaker, x, --dry-breaker [x] says how --dry works",
        "--repeat-window, 9, --repeat-window 9 says how --repetition-penalty or --dry works"
    })
    void anOptionOfASamplerThatIsOffIsTheUsersFault(String option, String value, String said) {
        SamplingOptions options = given(option, value);
        options.check(); // it may be for what the card has
        assertThatThrownBy(() -> options.over(CARD))
                .isInstanceOf(UserException.class)
                .hasMessage(said + ", which is off; give that too");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--dry-base=99",
                "--typical-p=2",
                "--bias=e",
                "--bias==1",
                "--bias=e=x",
                "--bias=\\q=1",
                "--bias=e=101",
                "--preset=loud",
                "--repetition-penalty=0.5",
                "--mirostat=-1",
                "--repeat-window=0"
            })
    void mistakesAreToldBeforeAModelIsOpened(String word) {
        SamplingOptions options = given(word);
        assertThatThrownBy(options::check)
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(word.substring(0, word.indexOf('=')) + " ");
    }

    @Test
    void whatACardCannotRecommendIsToldBeforeTheTraining() {
        given("--preset", "calm", "--top-k", "20").checkForCard();
        assertThatThrownBy(() -> given("--dry-base", "2").checkForCard())
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("--dry-base 2.0 says how --dry works");
        assertThatThrownBy(() -> given("--bias", "e=1").checkForCard())
                .isInstanceOf(UserException.class)
                .hasMessage("--bias is not for a model's card; leave it out here, and give it to write or compose");
    }

    @Test
    void aTokenIsBiasedOnce() {
        assertThatThrownBy(() -> given("--bias", "\\n=1", "--bias", "\\u000A=2").check())
                .isInstanceOf(UserException.class)
                .hasMessage("--bias '\\u000A=2' names a token a second time; give it once");
    }

    @Test
    void whatATrainingIsResumedWithIsWhatWasGiven() {
        String[] words = {"--dry", "0.8", "--dry-breaker", "\\n", "--dry-breaker", " "};
        List<String> again = given(words).arguments();
        assertThat(again).containsExactly(words);
        assertThat(given(again.toArray(String[]::new)).over(CARD))
                .isEqualTo(given(words).over(CARD));
    }

    @Test
    void canBeGivenAgainAsTheyWere() {
        assertThat(given("--top-k", "5", "--bias", " =-2", "--bias", "e=1", "--preset", "calm")
                        .words())
                .containsExactly("--preset", "calm", "--top-k", "5", "--bias", "' =-2'", "--bias", "'e=1'");
    }
}
