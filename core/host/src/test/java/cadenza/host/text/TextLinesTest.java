package cadenza.host.text;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLinesTest {
    private final TextLines lines = new TextLines(new Text("", "ab\n\n\ud83d\ude00cd\n"));

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 1, 2", "2, 1, 3", "3, 2, 1", "4, 3, 1", "5, 3, 2", "6, 3, 3", "7, 3, 4"})
    void aCharacterHasALineAndAColumn(int place, int line, int column) {
        assertThat(lines.line(place)).isEqualTo(line);
        assertThat(lines.column(place)).isEqualTo(column);
    }

    @Test
    void aPassageIsCutByCharacters() {
        assertThat(lines.passage(1, 6)).isEqualTo("b\n\n\ud83d\ude00c");
    }
}
