package cadenza.host.sampling.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aims at 1 bit with the rate 0.5, so that μ begins as 2 bits: tokens below 1/4 are taken out. */
class MirostatTest {
    private final Stage stage = new Mirostat(1, 0.5).stage();

    private int[] left() {
        // Surprises of 1, 1.74, 3.32 and 3.32 bits.
        Candidates candidates = Chances.of(0.5, 0.3, 0.1, 0.1);
        stage.apply(candidates);
        return Chances.left(candidates);
    }

    @Test
    void whatIsTooSurprisingIsTakenOut() {
        assertThat(left()).containsExactly(0, 1);
        assertThat(stage.name()).isEqualTo("mirostat 1.0, surprise at most 2.00 bits");
    }

    @Test
    void aSurpriseAboveTheTargetLowersTheLimit() {
        left();
        stage.accept(1); // 1.737 bits: 2 − 0.5 · (1.737 − 1) = 1.6315, below the 1.737 of token 1
        assertThat(stage.name()).endsWith("at most 1.63 bits");
        assertThat(left()).containsExactly(0);
    }

    @Test
    void aSurpriseBelowTheTargetRaisesIt() {
        for (int i = 0; i < 4; i++) {
            Candidates sure = Chances.of(0.99, 0.01);
            stage.apply(sure);
            stage.accept(0); // 0.0145 bits: up by 0.5 · 0.9855 = 0.4928
        }
        assertThat(stage.name()).endsWith("at most 3.97 bits"); // 2 + 4 · 0.4928
        assertThat(left()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void theLikeliestStaysHoweverSurprising() {
        for (int i = 0; i < 50; i++) {
            Candidates even = Chances.of(0.25, 0.25, 0.25, 0.25); // 2 bits each
            stage.apply(even);
            assertThat(even.weight(0)).isPositive();
            stage.accept(0);
        }
        assertThat(stage.name()).endsWith("at most -23.00 bits"); // 2 − 50 · 0.5 · (2 − 1)
    }

    @Test
    void theSurpriseIsThatOfTheTokenBeforeAnyWasTakenOut() {
        left();
        stage.accept(0); // 1 bit, as aimed at; among the two that are left it would be 0.68
        assertThat(stage.name()).endsWith("at most 2.00 bits");
    }

    @Test
    void tokensOfAPrimeMoveNothing() {
        stage.accept(2);
        stage.accept(3);
        assertThat(stage.name()).endsWith("at most 2.00 bits");
    }

    @Test
    void choosingAgainMovesNothing() {
        left();
        left();
        left();
        assertThat(stage.name()).endsWith("at most 2.00 bits");
        stage.accept(1);
        assertThat(stage.name()).endsWith("at most 1.63 bits");
    }

    @Test
    void goingBackTakesTheLimitBack() {
        stage.accept(0);
        left();
        stage.accept(1);
        left();
        stage.accept(0); // 1 bit: stays at 1.63
        stage.rewind(2);
        assertThat(stage.name()).endsWith("at most 1.63 bits");
        stage.rewind(1);
        assertThat(stage.name()).endsWith("at most 2.00 bits");
        left();
        stage.rewind(0);
        stage.accept(1); // not chosen since
        assertThat(stage.name()).endsWith("at most 2.00 bits");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0.1, --mirostat -1.0 is not in 0 (none)..20 bits a token",
        "21, 0.1, --mirostat 21.0 is not in 0 (none)..20 bits a token",
        "NaN, 0.1, --mirostat NaN is not in 0 (none)..20 bits a token",
        "3, 0, --mirostat-rate 0.0 is not above 0 and at most 1",
        "3, 1.1, --mirostat-rate 1.1 is not above 0 and at most 1"
    })
    void outOfRangeIsTheUsersFault(double tau, double eta, String said) {
        assertThatThrownBy(() -> new Mirostat(tau, eta))
                .isInstanceOf(UserException.class)
                .hasMessage(said);
    }
}
