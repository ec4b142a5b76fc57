package cadenza.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalColumnsTest {
    private static final String WITH_MARK = "e\u0301"; // an e and an acute accent

    @ParameterizedTest
    @CsvSource({"'', 0", "abc, 3", "春风, 4", "🎵!, 3"})
    void whatIsWideTakesTwo(String text, int columns) {
        assertThat(TerminalColumns.of(text)).isEqualTo(columns);
    }

    @Test
    void aMarkTakesNone() {
        assertThat(TerminalColumns.of(WITH_MARK)).isEqualTo(1);
        assertThat(TerminalColumns.fitting(WITH_MARK + "x", 1)).isEqualTo(2);
    }

    @Test
    void whatIsWideIsNotCutInTwo() {
        assertThat(TerminalColumns.fitting("春风十里", 5)).isEqualTo(2);
        assertThat(TerminalColumns.fittingFromEnd("春风十里", 5)).isEqualTo(2);
        assertThat(TerminalColumns.fitting("🎵🎵", 2)).isEqualTo(2);
        assertThat(TerminalColumns.fittingFromEnd("🎵🎵", 4)).isZero();
    }

    @Test
    void textsSideBySideStandInColumnsWhateverTheyAreWrittenIn() {
        String page = new SideBySide(51).of(List.of("one", "two"), List.of("春风十里扬州路卷上珠帘总不如", "a " + WITH_MARK));

        assertThat(page.lines()).allSatisfy(line -> assertThat(
                        TerminalColumns.of(line.substring(0, line.indexOf('|') < 0 ? 0 : line.indexOf('|'))))
                .isIn(0, 25));
        assertThat(page).contains("春风十里扬州路卷上珠帘总 | a " + WITH_MARK, "不如" + " ".repeat(20) + " |\n");
    }
}
