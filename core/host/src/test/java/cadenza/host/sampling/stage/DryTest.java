package cadenza.host.sampling.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.atIndex;

import cadenza.api.UserException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A repetition of two tokens costs one nat, each further token doubles that. */
class DryTest {
    private static final String LETTERS = "abcd";

    private static Stage stage(int window, String... breakers) {
        return new Dry(1, 2, 2, window, List.of(breakers)).stage(LETTERS.length(), LETTERS::indexOf);
    }

    private static double[] lost(Stage stage) {
        Candidates candidates = Chances.ofScores(0, 0, 0, 0);
        stage.apply(candidates);
        return Chances.scores(candidates);
    }

    private static double[] lostAfter(Stage stage, String text) {
        text.chars().forEach(letter -> stage.accept(LETTERS.indexOf(letter)));
        return lost(stage);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0", // nothing came
        "a, 0",
        "abc, 0",
        "abcb, 0", // c came after b: a repetition of one is free
        "abcab, 1", // c came after ab: 1 · 2^0
        "abcdabc, 0", // it is d that came after abc, not c
        "cabcdcab, 2", // c came after cab: 1 · 2^1
        "abcabcab, 8", // c came after abcab, and after ab: the longer one counts, 1 · 2^3
        "ccc, 1", // c came after cc, where the two overlap
        "cccc, 2"
    })
    void goingOnWithARepetitionCostsTheMoreTheLongerItIs(String text, double nats) {
        assertThat(lostAfter(stage(100), text)).contains(0 - nats, atIndex(2));
    }

    @Test
    void onlyTheTokenThatWouldGoOnLoses() {
        assertThat(lostAfter(stage(100), "abcab")).containsExactly(0, 0, -1, 0);
    }

    @Test
    void eachTokenThatWouldGoOnLosesByItsOwnRepetition() {
        // After ab came c, and after dab came d.
        assertThat(lostAfter(stage(100), "abcdabddab")).containsExactly(0, 0, -1, -2);
    }

    @ParameterizedTest
    @CsvSource({
        "b, 0", // the last token breaks: nothing is compared
        "c, 0", // a breaker is not made less likely
        "a, 0", // only b can be compared, which is free
        "d, 1"
    })
    void aSequenceBreakerEndsWhatIsCompared(String breaker, double nats) {
        assertThat(lostAfter(stage(100, breaker), "abcab")).contains(0 - nats, atIndex(2));
    }

    @Test
    void aBreakerThatTheVocabularyDoesNotHaveBreaksNothing() {
        assertThat(lostAfter(stage(100, "\n"), "abcab")).containsExactly(0, 0, -1, 0);
    }

    @Test
    void whatCameBeforeTheWindowMayBeRepeated() {
        assertThat(lostAfter(stage(5), "abcab")).containsExactly(0, 0, -1, 0);
        assertThat(lostAfter(stage(4), "abcab")).containsExactly(0, 0, 0, 0);
    }

    @Test
    void beyondFiftyTokensTheLossGrowsNoMore() {
        assertThat(lostAfter(stage(1000), "a".repeat(500))[0]).isEqualTo(-Math.pow(2, 50));
    }

    @Test
    void choosingAgainChangesNothing() {
        Stage stage = stage(100);
        assertThat(lostAfter(stage, "abcabcab")).isEqualTo(lost(stage)).containsExactly(0, 0, -8, 0);
    }

    @Test
    void goingBackForgetsTheLaterTokens() {
        Stage stage = stage(100);
        lostAfter(stage, "abcabcab");
        stage.rewind(5);
        assertThat(lost(stage)).containsExactly(0, 0, -1, 0);
        assertThat(lostAfter(stage, "ddd")).containsExactly(0, 0, 0, -1);
        stage.rewind(0);
        assertThat(lost(stage)).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1.75, 12, --dry -1.0 is not in 0 (none)..100",
        "NaN, 1.75, 12, --dry NaN is not in 0 (none)..100",
        "101, 1.75, 12, --dry 101.0 is not in 0 (none)..100",
        "1, 0.9, 12, --dry-base 0.9 is not in 1..10",
        "1, 11, 12, --dry-base 11.0 is not in 1..10",
        "1, 1.75, 0, --dry-length 0 is not in 1..1000 tokens",
        "1, 1.75, 1001, --dry-length 1001 is not in 1..1000 tokens"
    })
    void outOfRangeIsTheUsersFault(double multiplier, double base, int length, String said) {
        assertThatThrownBy(() -> new Dry(multiplier, base, length, 64, List.of()))
                .isInstanceOf(UserException.class)
                .hasMessage(said);
    }
}
