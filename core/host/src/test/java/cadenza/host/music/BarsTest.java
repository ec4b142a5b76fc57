package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarsTest {
    private static Score score(long end, String metersAndTicks, Note... notes) {
        List<MeterChange> meters = new ArrayList<>();
        String[] words = metersAndTicks.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            meters.add(new MeterChange(Long.parseLong(words[i + 1]), Meter.parse(words[i])));
        }
        Score bare = ExampleScores.of(ExampleScores.track(notes));
        return new Score("test", bare.tempos(), meters, bare.key(), bare.tracks(), end);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4/4 0, 0",
        "1, 4/4 0, 1",
        "1920, 4/4 0, 1",
        "1921, 4/4 0, 2",
        "5280, 3/4 0 4/4 1440, 3",
        "4800, 7/8 0 6/8 1680, 4",
        "1440, 1/4 0 3/4 480, 2",
        "3000, 4/4 0 3/4 1000, 3", // a bar line stands at a change of meter
        "1000, 4/4 0 3/4 5000, 1",
    })
    void barsAreCounted(long end, String meters, long bars) {
        assertThat(new Bars(score(end, meters)).count()).isEqualTo(bars);
    }

    @Test
    void barsFollowTheMeters() {
        assertThat(new Bars(score(4000, "4/4 0 3/4 1920")).first(10))
                .containsExactly(
                        new Bar(1, 0, 1920, new Meter(4, 4)),
                        new Bar(2, 1920, 3360, new Meter(3, 4)),
                        new Bar(3, 3360, 4000, new Meter(3, 4)));
        assertThat(new Bars(score(4000, "4/4 0 3/4 1920")).first(1)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1919, 1", "1920, 2", "3359, 2", "3360, 3"})
    void aTickLiesInABar(long tick, long number) {
        assertThat(new Bars(score(9000, "4/4 0 3/4 1920")).number(tick)).isEqualTo(number);
    }

    @Test
    void aShortFirstMeterIsAPickup() {
        assertThat(new Bars(score(5000, "1/4 0 3/4 480", new Note(0, 480, 60, 80))).pickup())
                .hasValue(480);
    }

    @Test
    void aFirstNoteLateInItsBarIsAPickup() {
        assertThat(new Bars(score(5000, "4/4 0", new Note(1440, 480, 60, 80))).pickup())
                .hasValue(480);
        assertThat(new Bars(score(9000, "6/8 0", new Note(4080, 480, 60, 80))).pickup())
                .hasValue(240);
    }

    @ParameterizedTest
    @CsvSource({"0", "5", "480", "960", "1920", "1930"})
    void aFirstNoteOnTheBarLineOrSoonAfterIsNone(long tick) {
        assertThat(new Bars(score(5000, "4/4 0", new Note(tick, 480, 60, 80))).pickup())
                .isEmpty();
    }

    @Test
    void aWholeBarOfAnotherMeterIsNoPickupUnlessShorter() {
        assertThat(new Bars(score(9000, "4/4 0 3/4 1920", new Note(0, 480, 60, 80))).pickup())
                .isEmpty();
        assertThat(new Bars(score(9000, "3/4 0 4/4 2880", new Note(0, 480, 60, 80))).pickup())
                .isEmpty();
    }

    @Test
    void barsAfterTheLastNoteAreSilent() {
        assertThat(new Bars(score(9600, "4/4 0", new Note(1900, 30, 60, 80))).silentAtTheEnd())
                .isEqualTo(3);
        assertThat(new Bars(score(1920, "4/4 0", new Note(0, 480, 60, 80))).silentAtTheEnd())
                .isZero();
    }
}
