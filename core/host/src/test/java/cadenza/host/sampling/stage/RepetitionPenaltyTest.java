package cadenza.host.sampling.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepetitionPenaltyTest {
    private final Stage stage = new RepetitionPenalty(2, 2).stage(4);

    private double[] penalised() {
        Candidates candidates = Chances.ofScores(4, -3, 1, 0);
        stage.apply(candidates);
        return Chances.scores(candidates);
    }

    @Test
    void beforeAnyTokenThereIsNone() {
        assertThat(penalised()).containsExactly(4, -3, 1, 0);
    }

    @Test
    void whatCameIsDividedAndIfNegativeMultiplied() {
        stage.accept(0);
        assertThat(penalised()).containsExactly(2, -3, 1, 0);
        stage.accept(1);
        assertThat(penalised()).containsExactly(2, -6, 1, 0);
    }

    @Test
    void howOftenItCameDoesNotMatter() {
        stage.accept(0);
        stage.accept(0);
        assertThat(penalised()).containsExactly(2, -3, 1, 0);
    }

    @Test
    void whatCameBeforeTheWindowIsForgiven() {
        stage.accept(0);
        stage.accept(1);
        stage.accept(2);
        assertThat(penalised()).containsExactly(4, -6, 0.5, 0);
    }

    @Test
    void goingBackForgetsTheLaterTokensAndKnowsTheEarlierAgain() {
        stage.accept(0);
        stage.accept(1);
        stage.accept(2);
        stage.accept(3);
        stage.rewind(2);
        assertThat(penalised()).containsExactly(2, -6, 1, 0);
        stage.accept(2);
        assertThat(penalised()).containsExactly(4, -6, 0.5, 0);
        stage.rewind(0);
        assertThat(penalised()).containsExactly(4, -3, 1, 0);
    }

    @Test
    void aLongGenerationIsNoTrouble() {
        for (int i = 0; i < 300_000; i++) {
            stage.accept(i % 2);
        }
        stage.accept(2);
        assertThat(penalised()).containsExactly(4, -6, 0.5, 0);
        stage.rewind(300_001 - History.MOST_REWIND);
        assertThat(penalised()).containsExactly(2, -6, 1, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "0.9, 64, --repetition-penalty 0.9 is not in 1 (none)..10",
        "10.1, 64, --repetition-penalty 10.1 is not in 1 (none)..10",
        "NaN, 64, --repetition-penalty NaN is not in 1 (none)..10",
        "1.2, 0, --repeat-window 0 is not in 1..65536 tokens",
        "1.2, 65537, --repeat-window 65537 is not in 1..65536 tokens"
    })
    void outOfRangeIsTheUsersFault(double penalty, int window, String said) {
        assertThatThrownBy(() -> new RepetitionPenalty(penalty, window))
                .isInstanceOf(UserException.class)
                .hasMessage(said);
    }
}
