package cadenza.bench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static Plan plan(Duration window, int rounds) {
        return new Plan(List.of(), window, rounds, Optional.empty());
    }

    @Test
    void aWindowOfNoTimeOrOfMoreThanAMinuteIsRefused() {
        for (Duration window : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofSeconds(61))) {
            assertThatThrownBy(() -> plan(window, 1))
                    .isInstanceOf(UserException.class)
                    .hasMessage("--seconds " + window.toSeconds() + ".0 is not above 0 and at most 60");
        }
    }

    @Test
    void noRoundsAreRefused() {
        assertThatThrownBy(() -> plan(Duration.ofSeconds(1), 0))
                .isInstanceOf(UserException.class)
                .hasMessage("--rounds 0 is not in 1..1000");
    }
}
