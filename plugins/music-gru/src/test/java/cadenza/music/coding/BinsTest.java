package cadenza.music.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BinsTest {
    @Test
    void aVelocityIsOffByAtMostFourAndCommonOnesNotAtAll() {
        for (int velocity = 1; velocity <= 127; velocity++) {
            int bin = VelocityBins.of(velocity);
            assertThat(bin).isBetween(0, VelocityBins.COUNT - 1);
            assertThat(VelocityBins.velocity(bin)).isBetween(1, 127).isCloseTo(velocity, within(4));
            assertThat(VelocityBins.of(VelocityBins.velocity(bin))).isEqualTo(bin);
        }
        assertThat(List.of(64, 80, 96, 127))
                .allMatch(velocity -> VelocityBins.velocity(VelocityBins.of(velocity)) == velocity);
    }

    @Test
    void aTempoIsOffByAtMostThreePercent() {
        List<Integer> bins = TempoBins.between(30, 300);
        for (double tempo = 30; tempo <= 300; tempo += 0.7) {
            double nearest = TempoBins.nearest(tempo, bins);
            assertThat(nearest / tempo).isCloseTo(1, within(0.03));
            assertThat(TempoBins.contains((int) nearest)).isTrue();
        }
    }

    @Test
    void aTempoOutsideTheBinsIsTheFirstOrTheLast() {
        List<Integer> bins = TempoBins.between(100, 140);
        assertThat(TempoBins.nearest(20, bins)).isEqualTo(bins.get(0));
        assertThat(TempoBins.nearest(1000, bins)).isEqualTo(bins.get(bins.size() - 1));
    }
}
