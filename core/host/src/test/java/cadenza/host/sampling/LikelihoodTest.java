package cadenza.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cadenza.host.FakeLetters;
import cadenza.host.FakeModel;
import org.junit.jupiter.api.Test;

class LikelihoodTest {
    private static final FakeLetters LETTERS = FakeLetters.of("a", "b");

    @Test
    void isTheSumOfTheNegativeLogarithmsOfTheSoftmax() {
        FakeModel model = new FakeModel(
                LETTERS, step -> step == 0 ? new float[] {0, (float) Math.log(2), (float) Math.log(5)} : new float[3]);
        // p(a) = 2 / (1 + 2 + 5) first, then p(b) = 1/3 and p(unknown) = 1/3.
        assertThat(Likelihood.negativeLog(model, new int[] {1, 2, 0}))
                .isCloseTo(Math.log(4) + 2 * Math.log(3), within(1e-6));
    }

    @Test
    void ofNoTokensIsZero() {
        assertThat(Likelihood.negativeLog(FakeModel.undecided(LETTERS), new int[0]))
                .isZero();
    }

    @Test
    void largeLogitsDoNotOverflow() {
        FakeModel model = FakeModel.constant(LETTERS, 1e20f, 1e20f, -1e20f);
        assertThat(Likelihood.negativeLog(model, new int[] {1})).isCloseTo(Math.log(2), within(1e-6));
        assertThat(Likelihood.negativeLog(model, new int[] {2})).isCloseTo(2e20, within(1e14));
    }
}
