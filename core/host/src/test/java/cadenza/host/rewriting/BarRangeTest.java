package cadenza.host.rewriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarRangeTest {
    /** A pickup of a quarter, then bars of 3/4. */
    private static final Score SCORE = new Score(
            "song",
            List.of(new TempoChange(0, 100)),
            List.of(new MeterChange(0, new Meter(1, 4)), new MeterChange(480, new Meter(3, 4))),
            Optional.empty(),
            List.of(new Track("", 0, 0, List.of(new Note(0, 480 + 3 * 1440, 60, 80)))),
            480 + 3 * 1440);

    @Test
    void isReadAsTwoNumbersOrOne() {
        assertThat(BarRange.parse("3-4")).isEqualTo(new BarRange(3, 4));
        assertThat(BarRange.parse(" 12 - 40 ")).isEqualTo(new BarRange(12, 40));
        assertThat(BarRange.parse("7")).isEqualTo(new BarRange(7, 7));
        assertThat(new BarRange(3, 4)).hasToString("3-4");
        assertThat(new BarRange(7, 7)).hasToString("7");
    }

    @Test
    void barsAreThoseOfTheFileAPickupBeingTheFirst() {
        assertThat(new BarRange(1, 1).from(SCORE)).isZero();
        assertThat(new BarRange(1, 1).until(SCORE)).isEqualTo(480);
        assertThat(new BarRange(2, 3).from(SCORE)).isEqualTo(480);
        assertThat(new BarRange(2, 3).until(SCORE)).isEqualTo(480 + 2 * 1440);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-3", "3-", "3-4-5", "0", "4-3", "1.5", "9999999"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> BarRange.parse(text))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("--bars ");
    }

    @Test
    void barsBeyondTheEndAreRefusedWithTheNumberThereIs() {
        assertThatThrownBy(() -> new BarRange(4, 5).until(SCORE))
                .isInstanceOf(UserException.class)
                .hasMessage("--bars 4-5 is beyond the end of 'song', which has 4 bars");
    }
}
