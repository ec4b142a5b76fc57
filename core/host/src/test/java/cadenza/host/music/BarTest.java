package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BarTest {
    private static Score score(long end, MeterChange... meters) {
        return new Score("", List.of(new TempoChange(0, 90)), List.of(meters), Optional.empty(), List.of(), end);
    }

    @Test
    void barsFollowTheMetersAndTheLastMayBeCutShort() {
        Meter waltz = new Meter(3, 4);
        Score score = score(7000, new MeterChange(0, Meter.COMMON), new MeterChange(3840, waltz));
        List<Bar> bars = new Bars(score).all();
        assertThat(bars)
                .containsExactly(
                        new Bar(1, 0, 1920, Meter.COMMON),
                        new Bar(2, 1920, 3840, Meter.COMMON),
                        new Bar(3, 3840, 5280, waltz),
                        new Bar(4, 5280, 6720, waltz),
                        new Bar(5, 6720, 7000, waltz));
        assertThat(bars).extracting(Bar::full).containsExactly(true, true, true, true, false);
        assertThat(Bar.at(bars, 0).number()).isEqualTo(1);
        assertThat(Bar.at(bars, 1919).number()).isEqualTo(1);
        assertThat(Bar.at(bars, 3840).number()).isEqualTo(3);
        assertThat(Bar.at(bars, 6999).number()).isEqualTo(5);
    }

    @Test
    void aChangeOfMeterCutsABarShort() {
        Score score = score(3000, new MeterChange(0, Meter.COMMON), new MeterChange(480, Meter.COMMON));
        assertThat(new Bars(score).all())
                .containsExactly(
                        new Bar(1, 0, 480, Meter.COMMON),
                        new Bar(2, 480, 2400, Meter.COMMON),
                        new Bar(3, 2400, 3000, Meter.COMMON));
    }

    @Test
    void ofNoTimeThereAreNoBars() {
        assertThat(new Bars(score(0, new MeterChange(0, Meter.COMMON))).all()).isEmpty();
    }
}
