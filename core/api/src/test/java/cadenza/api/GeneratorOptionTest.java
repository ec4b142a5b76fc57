package cadenza.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.document.Medium;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorOptionTest {
    private static final GeneratorOption LAYERS = new GeneratorOption.Whole("layers", "recurrent layers", 1, 1, 8);
    private static final GeneratorOption RATE = new GeneratorOption.Decimal("rate", "learning rate", 0.003, 1e-6, 1);
    private static final GeneratorOption CELL =
            new GeneratorOption.Choice("cell", "kind of cell", "gru", List.of("rnn", "gru"));

    @Test
    void whatIsAllowedIsParsed() {
        assertThat(LAYERS.parse("1")).isEqualTo(1L);
        assertThat(LAYERS.parse("8")).isEqualTo(8L);
        assertThat(RATE.parse("1e-6")).isEqualTo(1e-6);
        assertThat(RATE.parse("1")).isEqualTo(1.0);
        assertThat(CELL.parse("rnn")).isEqualTo("rnn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9", "-1", "1.5", "", " 1", "one", "99999999999999999999"})
    void aWholeNumberOutOfRangeIsTheUsersFault(String text) {
        assertThatThrownBy(() -> LAYERS.parse(text))
                .isInstanceOf(UserException.class)
                .hasMessage("--layers '" + text + "' is not a whole number of 1..8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.1", "-1", "NaN", "Infinity", "", "x"})
    void aNumberOutOfRangeIsTheUsersFault(String text) {
        assertThatThrownBy(() -> RATE.parse(text))
                .isInstanceOf(UserException.class)
                .hasMessage("--rate '" + text + "' is not a number of 1.0E-6..1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GRU", "lstm"})
    void aWordThatIsNoChoiceIsTheUsersFault(String text) {
        assertThatThrownBy(() -> CELL.parse(text))
                .isInstanceOf(UserException.class)
                .hasMessage("--cell '" + text + "' is not one of rnn, gru");
    }

    @Test
    void aDefaultThatIsNoChoiceIsRefused() {
        assertThatThrownBy(() -> new GeneratorOption.Choice("cell", "", "lstm", List.of("rnn")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDefaultOutOfItsRangeIsRefused() {
        assertThatThrownBy(() -> new GeneratorOption.Whole("layers", "", 9, 1, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the default of layers is 9, not in 1..8");
        assertThatThrownBy(() -> new GeneratorOption.Decimal("rate", "", Double.NaN, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the default of rate is NaN, not in 0.0..1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Layers", "--layers", "learning_rate", "learning rate", "a="})
    void aNameIsOfLowerCaseWordsJoinedByHyphens(String name) {
        assertThatThrownBy(() -> new GeneratorOption.Whole(name, "", 1, 1, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("option '" + name + "' is not lower case words joined by hyphens");
    }

    @Test
    void twoOptionsOfOneNameAreRefused() {
        assertThatThrownBy(() -> new GeneratorInfo("twice", Medium.TEXT, "title", List.of(LAYERS, LAYERS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("generator 'twice' has two options 'layers'");
    }

    @Test
    void theDefaultsOfAGeneratorAreThoseOfItsOptions() {
        GeneratorInfo info = new GeneratorInfo("a-1b", Medium.TEXT, "title", List.of(LAYERS, RATE, CELL));
        assertThat(info.defaults())
                .isEqualTo(
                        Settings.empty().with("layers", 1).with("rate", 0.003).with("cell", "gru"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1a", "a_b", "a-", "-a", "a--b", "a b", "\u00e4"})
    void anIdIsOfLowerCaseWordsJoinedByHyphens(String id) {
        assertThatThrownBy(() -> new GeneratorInfo(id, Medium.TEXT, "title", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + id + "'");
    }
}
