package cadenza.music.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UnsuitableDocumentException;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.music.coding.BarLines.Change;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BarLinesTest {
    private static final Meter FOUR = Meter.COMMON;
    private static final Meter THREE = new Meter(3, 4);

    private static BarLines of(MeterChange... meters) throws UnsuitableDocumentException {
        return BarLines.of(new Score(
                "piece", List.of(new TempoChange(0, 120)), List.of(meters), Optional.empty(), List.of(), 19200));
    }

    @Test
    void aShortFirstBarIsAnUpbeat() throws UnsuitableDocumentException {
        BarLines bars = of(new MeterChange(0, new Meter(1, 4)), new MeterChange(480, FOUR))
                .from(0);
        assertThat(bars.changes()).containsExactly(new Change(-1440, FOUR));
        assertThat(bars.single()).isEqualTo(FOUR);
    }

    @Test
    void aShortBarThatBecomesTheFirstIsAnUpbeatToo() throws UnsuitableDocumentException {
        BarLines bars = of(new MeterChange(0, new Meter(2, 4)), new MeterChange(1920, FOUR));
        assertThat(bars.from(959).changes()).containsExactly(new Change(0, new Meter(2, 4)), new Change(1920, FOUR));
        assertThat(bars.from(960).changes()).containsExactly(new Change(0, FOUR));
    }

    @Test
    void aBarThatAChangeCutsShortIsABarOfWhatIsLeft() throws UnsuitableDocumentException {
        BarLines bars = of(new MeterChange(0, FOUR), new MeterChange(2880, THREE));
        assertThat(bars.changes())
                .containsExactly(new Change(0, FOUR), new Change(1920, new Meter(2, 4)), new Change(2880, THREE));
        assertThat(bars.barAt(2000)).isEqualTo(new Change(1920, new Meter(2, 4)));
        assertThat(bars.barLineFrom(2000)).isEqualTo(2880);
        assertThat(bars.barLineFrom(2881)).isEqualTo(2880 + 1440);
    }

    @Test
    void aMeterThatIsNamedAgainOnABarLineChangesNothing() throws UnsuitableDocumentException {
        BarLines bars = of(new MeterChange(0, FOUR), new MeterChange(3840, FOUR));
        assertThat(bars.changes()).containsExactly(new Change(0, FOUR));
    }

    @Test
    void aMeterAfterTheEndDoesNotMatter() throws UnsuitableDocumentException {
        assertThat(of(new MeterChange(0, FOUR), new MeterChange(19200, THREE)).single())
                .isEqualTo(FOUR);
    }

    @Test
    void aChangeThatNoMeterCanReachIsRefused() {
        assertThatThrownBy(() -> of(new MeterChange(0, FOUR), new MeterChange(487, THREE)))
                .isInstanceOf(UnsuitableDocumentException.class)
                .hasMessage("the change of meter at quarter 1 stands in the middle of a bar");
    }

    @Test
    void aChangeOfMeterIsNotSingle() {
        assertThatThrownBy(() -> of(new MeterChange(0, FOUR), new MeterChange(1920, THREE))
                        .single())
                .isInstanceOf(UnsuitableDocumentException.class)
                .hasMessage("its meter changes from 4/4 to 3/4 at quarter 4");
    }
}
