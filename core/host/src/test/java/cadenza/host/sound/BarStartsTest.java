package cadenza.host.sound;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BarStartsTest {
    @Test
    void bars_are_counted_over_changes_of_meter_and_a_last_bar_that_is_cut() {
        BarStarts lines = new BarStarts(new Score(
                "changes",
                List.of(new TempoChange(0, 120)),
                List.of(new MeterChange(0, new Meter(1, 4)), new MeterChange(480, new Meter(3, 4))),
                Optional.empty(),
                List.of(),
                4000));

        assertThat(lines.count()).isEqualTo(4);
        assertThat(List.of(lines.start(0), lines.start(1), lines.start(2), lines.start(3)))
                .containsExactly(0L, 480L, 1920L, 3360L);
        assertThat(lines.barAt(479)).isZero();
        assertThat(lines.barAt(480)).isEqualTo(1);
        assertThat(lines.barAt(9999)).isEqualTo(3);
    }
}
