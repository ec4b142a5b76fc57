package cadenza.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.api.document.Text;
import cadenza.host.sampling.SamplerSettings;
import cadenza.host.writing.Extent;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
    private static final SamplerSettings PLAIN = SamplerSettings.PLAIN;

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Request.MOST_BARS + 1})
    void barsOutOfRangeAreTheUsersFault(int bars) {
        assertThatThrownBy(() -> new Request.Compose(bars, OptionalDouble.empty(), PLAIN, 1))
                .isInstanceOf(UserException.class)
                .hasMessage("--bars " + bars + " is not in 1..10000");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 3.9, 1000.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aTempoOutOfRangeIsTheUsersFault(double tempo) {
        assertThatThrownBy(() -> new Request.Compose(1, OptionalDouble.of(tempo), PLAIN, 1))
                .isInstanceOf(UserException.class)
                .hasMessage("--tempo " + tempo + " is not in 4.0..1000.0 quarters a minute");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -5, Extent.MOST_CHARACTERS + 1})
    void aLengthOutOfRangeIsTheUsersFault(int length) {
        assertThatThrownBy(() -> new Request.Write("", length, PLAIN, 1))
                .isInstanceOf(UserException.class)
                .hasMessage("--length " + length + " is not in 1..100000000 characters");
    }

    private static Request.FillGap gap(String before, String after, int characters) {
        return new Request.FillGap(new Text("one.txt", before), new Text("two.txt", after), characters, PLAIN, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -5, Request.FillGap.MOST_CHARACTERS + 1})
    void aGapOutOfRangeIsTheUsersFault(int characters) {
        assertThatThrownBy(() -> gap("a", "b", characters))
                .isInstanceOf(UserException.class)
                .hasMessage("--gap " + characters + " is not in 1..2000 characters");
    }

    @Test
    void aGapStandsBesideSomeText() {
        assertThat(gap("", "b", 1).withSeed(2).seed()).isEqualTo(2);
        assertThat(gap("a", "", Request.FillGap.MOST_CHARACTERS).withSeed(2).withSeed(1))
                .isEqualTo(gap("a", "", Request.FillGap.MOST_CHARACTERS));
        assertThatThrownBy(() -> gap("", "", 3))
                .isInstanceOf(UserException.class)
                .hasMessage("--gap 3 has no text around it; give --before FILE, --after FILE or both, one of them not"
                        + " empty");
    }

    @Test
    void theBoundsAreAllowed() {
        new Request.Compose(1, OptionalDouble.of(4), PLAIN, Long.MIN_VALUE);
        new Request.Compose(Request.MOST_BARS, OptionalDouble.of(1000), PLAIN, Long.MAX_VALUE);
        new Request.Write("", 1, PLAIN, 0);
        new Request.Write("x", Extent.MOST_CHARACTERS, PLAIN, 0);
    }

    @Test
    void anotherSeedChangesNothingElse() {
        Request.Compose compose = new Request.Compose(4, OptionalDouble.of(90), PLAIN, 1);
        assertThat(compose.withSeed(2)).isEqualTo(new Request.Compose(4, OptionalDouble.of(90), PLAIN, 2));
        Request.Write write = new Request.Write("prime", 4, PLAIN, 1);
        assertThat(write.withSeed(2)).isEqualTo(new Request.Write("prime", 4, PLAIN, 2));
    }
}
