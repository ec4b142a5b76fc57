package cadenza.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningRateTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.01",
        "0.0001, 0.01",
        "0.01, 0.5",
        "0.02, 1",
        "0.3, 1",
        "0.5, 1",
        "0.75, 0.505", // the middle of the cosine
        "1, 0.01"
    })
    void risesStaysAndFalls(double done, double factor) {
        assertThat(LearningRate.factor(done)).isCloseTo(factor, within(1e-9));
    }

    @Test
    void neverFallsBeforeHalfWayNorRisesAfterAndMakesNoLeap() {
        for (double done = 0.001; done <= 1; done += 0.001) {
            double step = LearningRate.factor(done) - LearningRate.factor(done - 0.001);
            assertThat(step).isBetween(done < 0.5 ? -1e-12 : -0.0032, done < 0.5 ? 0.051 : 1e-12);
        }
    }

    @Test
    void onceRisenItFollowsHowMuchIsDoneAndNotTheIteration() {
        double[] done = {0.3};
        LearningRate rate = new LearningRate(0.004, () -> done[0]);
        assertThat(rate.valueAt(100, 0)).isEqualTo(rate.valueAt(1_000_000, 50)).isEqualTo(0.004);
        assertThat(rate.clone().valueAt(100, 0)).isEqualTo(0.004);
        done[0] = 7;
        assertThat(rate.valueAt(100, 0)).isCloseTo(0.00004, within(1e-12));
        done[0] = -1;
        assertThat(rate.valueAt(100, 0)).isCloseTo(0.00004, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.01",
        "25, 0.03, 0.25",
        "99, 0.03, 0.99",
        "100, 0.03, 1",
        "3, 0.1, 0.5", // a training of thirty steps
        "6, 0.2, 1",
        "15, 0.5, 1"
    })
    void risesOverAHundredStepsButNoMoreThanAFifthOfTheTraining(int iteration, double done, double factor) {
        assertThat(new LearningRate(1, () -> done).valueAt(iteration, 0)).isCloseTo(factor, within(1e-9));
    }
}
