package cadenza.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.GeneratorInfo;
import cadenza.api.GeneratorOption;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.Medium;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class GeneratorOptionsTest {
    private static final GeneratorInfo TEXT = new GeneratorInfo(
            "some-text",
            Medium.TEXT,
            "Writes at 100 %",
            List.of(
                    new GeneratorOption.Whole("hidden", "units of a layer", 128, 1, 4096),
                    new GeneratorOption.Decimal("rate", "how fast, in % of the most", 0.5, 0, 1),
                    new GeneratorOption.Choice("cell", "kind of cell", "gru", List.of("rnn", "gru")),
                    new GeneratorOption.Whole("seed", "one of the command's own name", 1, 1, 9)));
    private static final GeneratorInfo MUSIC = new GeneratorInfo(
            "some-music",
            Medium.MUSIC,
            "Plays",
            List.of(new GeneratorOption.Choice("coding", "how notes are written", "auto", List.of("auto", "drums"))));

    private GeneratorOptions options;

    private CommandLine line(Optional<GeneratorInfo> chosen) {
        options = new GeneratorOptions(new GeneratorChoice(chosen, List.of(TEXT, MUSIC)));
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage().description("Trains.");
        spec.addOption(OptionSpec.builder("--seed")
                .type(long.class)
                .description("Ours.")
                .build());
        options.addTo(spec);
        return new CommandLine(spec);
    }

    private GeneratorOptions given(String... arguments) {
        line(Optional.of(TEXT)).parseArgs(arguments);
        return options;
    }

    @Test
    void theHelpOfAGeneratorIsItsDeclaration() {
        String help = line(Optional.of(TEXT)).getUsageMessage().replaceAll("\\s+", " ");
        assertThat(help)
                .contains(
                        "Options of some-text",
                        "--hidden=N Units of a layer: a whole number of 1..4096 (default: 128).",
                        "--rate=X How fast, in % of the most: a number of 0.0..1.0 (default: 0.5).",
                        "--cell=WORD Kind of cell: one of rnn, gru (default: gru).",
                        "--seed=PARAM Ours.")
                .doesNotContain("--coding", "Each generator has options of its own");
    }

    @Test
    void theHelpOfNoneTellsTheGeneratorsAndHowToSeeMore() {
        assertThat(line(Optional.empty()).getUsageMessage())
                .contains(
                        "Each generator has options of its own; 'cadenza train --generator ID --help'",
                        "  some-text        text   Writes at 100 %",
                        "  some-music       music  Plays")
                .doesNotContain("--hidden", "--coding", "Options of");
    }

    @Test
    void whatIsGivenIsReadAsTheGeneratorDeclaresIt() {
        assertThat(given("--cell=rnn", "--hidden", "64", "--option", "rate=0.25")
                        .given(TEXT))
                .isEqualTo(
                        Settings.empty().with("hidden", 64).with("cell", "rnn").with("rate", 0.25));
        assertThat(options.words()).containsExactly("--cell", "rnn", "--hidden", "64", "--rate", "0.25");
    }

    @Test
    void whatIsNotGivenIsLeftToTheGenerator() {
        assertThat(given().given(TEXT)).isEqualTo(Settings.empty());
        assertThat(options.words()).isEmpty();
    }

    @Test
    void anOptionOfTheCommandsOwnNameIsReachedByNameAndValue() {
        assertThat(given("--seed", "77", "--option", "seed=3").given(TEXT))
                .isEqualTo(Settings.empty().with("seed", 3));
        assertThat(options.words()).containsExactly("--option", "seed=3");
    }

    @ParameterizedTest
    @CsvSource({
        "--hidden, 0, --hidden '0' is not a whole number of 1..4096",
        "--hidden, many, --hidden 'many' is not a whole number of 1..4096",
        "--rate, 2, --rate '2' is not a number of 0.0..1.0",
        "--option, cell=lstm, '--cell ''lstm'' is not one of rnn, gru'"
    })
    void aValueThatIsNotAllowedIsToldWithWhatIs(String option, String value, String said) {
        assertThatThrownBy(() -> given(option, value).given(TEXT))
                .isInstanceOf(UserException.class)
                .hasMessage(said);
    }

    @Test
    void anOptionOfAnotherGeneratorIsToldWithThoseThatThisOneHas() {
        assertThatThrownBy(() -> given("--coding", "drums").given(TEXT))
                .isInstanceOf(UserException.class)
                .hasMessage("generator 'some-text' has no option 'coding'; it has hidden, rate, cell, seed");
    }

    @Test
    void anOptionOfNoneIsToldWithTheNearestOne() {
        assertThatThrownBy(() -> given("--option", "hiden=8").given(TEXT))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.hint()).contains("Did you mean 'hidden'?"))
                .hasMessage("generator 'some-text' has no option 'hiden'; it has hidden, rate, cell, seed");
        assertThatThrownBy(() -> given("--hiden", "8")).isInstanceOf(CommandLine.UnmatchedArgumentException.class);
        assertThat(line(Optional.of(TEXT)).getCommandSpec().optionsMap()).containsKey("--hidden");
    }

    @Test
    void anOptionThatIsGivenTwiceIsRefused() {
        assertThatThrownBy(() -> given("--hidden", "8", "--option", "hidden=9").given())
                .isInstanceOf(UserException.class)
                .hasMessage("option 'hidden' is given twice; give it once");
        assertThatThrownBy(() -> given("--option", "hidden").given())
                .isInstanceOf(UserException.class)
                .hasMessage("--option 'hidden' is not NAME=VALUE");
    }
}
