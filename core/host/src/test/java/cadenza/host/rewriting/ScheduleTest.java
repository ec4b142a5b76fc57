package cadenza.host.rewriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cadenza.host.sampling.Xoshiro256;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final int[] PLACES = IntStream.range(100, 400).toArray();

    @Test
    void theShareFallsLinearlyFromOneToTheLastOverTheFirstHalf() {
        Schedule.Annealed annealed = new Schedule.Annealed(8, 0.25, 1);
        assertThat(annealed.share(0)).isEqualTo(1);
        assertThat(annealed.share(2)).isEqualTo(0.625);
        for (int pass = 4; pass < 8; pass++) {
            assertThat(annealed.share(pass)).isEqualTo(0.25);
        }
        assertThat(new Schedule.Annealed(1, 0.25, 1).share(0)).isEqualTo(1);
    }

    @Test
    void theFirstPassMasksEverythingAndTheOthersAboutTheirShare() {
        Schedule.Annealed annealed = new Schedule.Annealed();
        Xoshiro256 random = new Xoshiro256(1);
        int passes = annealed.passes(PLACES.length);
        assertThat(annealed.masked(PLACES, 0, random)).isEqualTo(PLACES);
        for (int pass = 1; pass < passes; pass++) {
            int[] masked = annealed.masked(PLACES, pass, random);
            assertThat(masked).isSorted().doesNotHaveDuplicates();
            assertThat(PLACES).contains(masked);
            assertThat(annealed.chosen(masked.length)).isEqualTo(masked.length);
            double share = annealed.share(pass);
            // Five standard deviations of a binomial distribution are 0.145 at most.
            assertThat((double) masked.length / PLACES.length).isCloseTo(share, within(0.145));
        }
    }

    @Test
    void theTemperatureFallsOverTheFirstHalf() {
        Schedule.Annealed annealed = new Schedule.Annealed(8, 0.25, 1.3);
        assertThat(annealed.temperatureFactor(0, 8)).isEqualTo(1.3);
        assertThat(annealed.temperatureFactor(2, 8)).isCloseTo(1.15, within(1e-12));
        for (int pass = 4; pass < 8; pass++) {
            assertThat(annealed.temperatureFactor(pass, 8)).isEqualTo(1);
        }
        assertThat(annealed.temperatureFactor(0, 1)).isEqualTo(1);
    }

    @Test
    void fromLeftToRightEachPassChoosesTheFirstOfThoseToCome() {
        Schedule schedule = new Schedule.LeftToRight();
        int[] places = {3, 5, 8};
        Xoshiro256 random = new Xoshiro256(1);
        assertThat(schedule.passes(3)).isEqualTo(3);
        assertThat(schedule.masked(places, 0, random)).containsExactly(3, 5, 8);
        assertThat(schedule.masked(places, 1, random)).containsExactly(5, 8);
        assertThat(schedule.masked(places, 2, random)).containsExactly(8);
        assertThat(schedule.chosen(3)).isEqualTo(1);
        assertThat(schedule.temperatureFactor(0, 3)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.25, 1.3", "1, 0, 1.3", "1, 1.1, 1.3", "1, NaN, 1.3", "1, 0.25, 0.9", "1, 0.25, Infinity"})
    void numbersOutOfRangeAreRefused(int passes, double lastShare, double firstTemperature) {
        assertThatThrownBy(() -> new Schedule.Annealed(passes, lastShare, firstTemperature))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
