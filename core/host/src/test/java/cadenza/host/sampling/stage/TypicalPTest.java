package cadenza.host.sampling.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypicalPTest {
    /**
     * Of 1/2, 1/4, 1/8 and 1/8 the information is 1, 2, 3 and 3 bits, the entropy 1/2 + 2/4 + 3/8 + 3/8 = 1.75 bits. So
     * they are 0.75, 0.25, 1.25 and 1.25 bits from typical: token 1 comes first, then 0, then 2 and 3.
     */
    private static Candidates fourTokens() {
        return Chances.of(0.5, 0.25, 0.125, 0.125);
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 1", // one is always left, and it need not be the likeliest
        "0.2, 1",
        "0.3, 01", // 1/4 is not yet 0.3
        "0.7, 01",
        "0.8, 012", // 3/4 is not yet 0.8
        "0.9, 0123", // 7/8 is not yet 0.9
        "1, 0123"
    })
    void theMostTypicalTokensAreLeftThatTogetherHaveTheShare(double share, String left) {
        Candidates candidates = fourTokens();
        new TypicalP(share).apply(candidates);
        assertThat(Chances.left(candidates))
                .containsExactly(left.chars().map(digit -> digit - '0').toArray());
    }

    @Test
    void theEntropyIsThatOfWhatIsLeft() {
        // Of 2/3 and 1/3 it is 2/3 · 0.58 + 1/3 · 1.58 = 0.92 bits: 2/3 is 0.33 from it, 1/3 is 0.67.
        Candidates candidates = fourTokens();
        new TopK(2).apply(candidates);
        new TypicalP(0.2).apply(candidates);
        assertThat(Chances.left(candidates)).containsExactly(0);
    }

    @Test
    void aNucleusIsCutOutOfWhatIsTypical() {
        // Typical at 0.3 are 1 and 0, with 1/3 and 2/3 of what is left: 0.5 takes the likelier one alone.
        Candidates candidates = fourTokens();
        new TypicalP(0.3).apply(candidates);
        new TopP(0.5).apply(candidates);
        assertThat(Chances.left(candidates)).containsExactly(0);
    }

    @Test
    void ofEquallyLikelyTokensTheFirstAreLeft() {
        Candidates candidates = Chances.of(0.25, 0.25, 0.25, 0.25);
        new TypicalP(0.4).apply(candidates);
        assertThat(Chances.left(candidates)).containsExactly(0, 1);
    }

    @Test
    void whatIsHardlyPossibleIsNoTrouble() {
        Candidates candidates = Chances.ofScores(0, -700, -744, -1e30);
        candidates.weigh(1);
        new TypicalP(0.5).apply(candidates);
        assertThat(Chances.left(candidates)).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void outOfRangeIsTheUsersFault(double share) {
        assertThatThrownBy(() -> new TypicalP(share))
                .isInstanceOf(UserException.class)
                .hasMessage("--typical-p " + share + " is not above 0 and at most 1 (all)");
    }
}
