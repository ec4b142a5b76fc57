package cadenza.host.sampling.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogitBiasTest {
    @Test
    void isAddedToTheLogitsOfItsTokens() {
        Candidates candidates = Chances.ofScores(1, 2, 3);
        new LogitBias(Map.of("a", -2.0, "c", 0.5)).stage("abc"::indexOf).apply(candidates);
        assertThat(Chances.scores(candidates)).containsExactly(-1, 2, 3.5);
    }

    @Test
    void aTokenThatTheModelDoesNotHaveIsTheUsersFault() {
        assertThatThrownBy(() -> new LogitBias(Map.of("\n", -2.0)).stage("abc"::indexOf))
                .isInstanceOf(UserException.class)
                .hasMessage("--bias '\\n=-2.0': the model has no token '\\n'; a token of text is one character that the"
                        + " model knows, --explain shows others");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-100.5, 101, Double.NaN, Double.POSITIVE_INFINITY})
    void outOfRangeIsTheUsersFault(double nats) {
        assertThatThrownBy(() -> new LogitBias(Map.of("\t", nats)))
                .isInstanceOf(UserException.class)
                .hasMessage("--bias '\\t=" + nats + "' is not in -100..100");
    }
}
