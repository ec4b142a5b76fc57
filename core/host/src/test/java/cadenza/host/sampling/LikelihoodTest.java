package cadenza.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

    @Test
    void badLogitsAreAFaultThatNamesTheStep() {
        FakeModel none = new FakeModel(LETTERS, step -> step == 1 ? null : new float[3]);
        assertThatThrownBy(() -> Likelihood.negativeLog(none, new int[] {1, 1}))
                .isInstanceOf(PredictionException.class)
                .hasMessageContaining("no logits for 3 tokens at step 1");
        FakeModel longer = FakeModel.constant(LETTERS, 0, 0, 0, 0);
        assertThatThrownBy(() -> Likelihood.negativeLog(longer, new int[] {1}))
                .isInstanceOf(PredictionException.class)
                .hasMessageContaining("4 logits");
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            FakeModel infinite = new FakeModel(LETTERS, step -> new float[] {0, step == 2 ? bad : 0, 0});
            assertThatThrownBy(() -> Likelihood.negativeLog(infinite, new int[] {2, 2, 2}))
                    .isInstanceOf(PredictionException.class)
                    .hasMessageContaining("not finite at step 2");
        }
    }
}
