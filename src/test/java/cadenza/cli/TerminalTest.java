package cadenza.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    @ParameterizedTest
    @CsvSource({"80, 80", "132, 132", "20, 40", "99999, 10000", "'', 100", "0, 100", "-5, 100", "24 80, 100", "x, 100"})
    void aDrawingIsAsWideAsTheTerminal(String found, int columns) {
        assertThat(Terminal.columns(found)).isEqualTo(columns);
    }
}
