package cadenza.host.sampling.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSymbolTest {
    @ParameterizedTest
    @CsvSource({"e, e", "' ', ' '", "é, é", "龍, 龍", "NOTE 0 60, NOTE 0 60", "=, =", "'\"', '\"'"})
    void whatCanBeSeenIsWrittenAsItIs(String symbol, String written) {
        assertThat(TokenSymbol.escaped(symbol)).isEqualTo(written);
    }

    @Test
    void whatCannotBeSeenIsWrittenOut() {
        assertThat(TokenSymbol.escaped("\n")).isEqualTo("\\n");
        assertThat(TokenSymbol.escaped("\t\r\\")).isEqualTo("\\t\\r\\\\");
        assertThat(TokenSymbol.escaped("\u00a0")).isEqualTo("\\u00A0");
        assertThat(TokenSymbol.escaped("\u200b")).isEqualTo("\\u200B");
        assertThat(TokenSymbol.escaped("\u0007")).isEqualTo("\\u0007");
        assertThat(TokenSymbol.escaped("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
        assertThat(TokenSymbol.escaped("\udb40\udc41")).isEqualTo("\\uDB40\\uDC41");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"e", "\n", "\\", "\t", "\r", "\u00a0", "\udb40\udc41", "\ud83d\ude00", "a\\nb\n", "\\u00A0"})
    void whatIsWrittenOutIsReadBack(String symbol) {
        assertThat(TokenSymbol.unescaped(TokenSymbol.escaped(symbol), "--bias")).isEqualTo(symbol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\\x", "a\\", "\\u12", "\\u12g4"})
    void aBackslashThatBeginsNothingIsTheUsersFault(String typed) {
        assertThatThrownBy(() -> TokenSymbol.unescaped(typed, "--bias"))
                .isInstanceOf(UserException.class)
                .hasMessage("--bias '" + typed + "' has a backslash that begins nothing; there are \\n, \\t, \\r, \\\\"
                        + " and \\uXXXX, four digits");
    }
}
