package cadenza.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.bench.AlternatingWindows.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class AlternatingWindowsTest {
    private static final BooleanSupplier ALWAYS = () -> true;
    private static final BooleanSupplier NEVER = () -> false;

    private final FakeTime time = new FakeTime();

    private Outcome compare(int rounds, BooleanSupplier quiet, Entrant... entrants) {
        return new AlternatingWindows(Duration.ofSeconds(1), rounds, quiet, time).compare(List.of(entrants));
    }

    /** Quiet or not at each time that one asks, and quiet from then on. */
    private static BooleanSupplier quiet(Boolean... answers) {
        Iterator<Boolean> next = Arrays.asList(answers).iterator();
        return () -> !next.hasNext() || next.next();
    }

    @Test
    void allTakeTurnsWindowAfterWindow() {
        compare(1, ALWAYS, time.entrant("ours", 1), time.entrant("peer", 1));

        assertThat(time.turns()).containsExactly("ours", "peer", "ours", "peer", "ours", "peer");
    }

    @Test
    void theFirstTwoRoundsOnlyWarmUp() {
        Outcome outcome = compare(1, ALWAYS, time.entrant("ours", 1, 10, 400), time.entrant("peer", 900, 900, 100));

        assertThat(outcome.rates()).containsExactly(new Rate("ours", 400, 1), new Rate("peer", 100, 4));
        assertThat(outcome.kept()).isEqualTo(1);
    }

    @Test
    void aRateIsByTheTimeThatPassed() {
        Entrant slow = new Entrant("slow", about -> {
            time.entrant("slow", 0).workload().run(Duration.ofMillis(2500));
            return 10;
        });

        assertThat(compare(1, ALWAYS, slow).rates().get(0).tokensPerSecond()).isEqualTo(4);
    }

    @Test
    void aRateIsTheMedianOfTheRounds() {
        Outcome outcome = compare(3, ALWAYS, time.entrant("ours", 0, 0, 50, 1, 40));

        assertThat(outcome.rates()).containsExactly(new Rate("ours", 40, 1));
    }

    @Test
    void aRatioIsTheMedianOfTheRoundsRatiosNotTheRatioOfTheMedians() {
        Outcome outcome =
                compare(3, ALWAYS, time.entrant("ours", 1, 1, 100, 40, 90), time.entrant("peer", 1, 1, 50, 10, 60));

        assertThat(outcome.rates()).containsExactly(new Rate("ours", 90, 1), new Rate("peer", 50, 2));
    }

    @Test
    void aRoundThatBeginsOrEndsInNoiseIsDroppedAndAnotherOneMadeForIt() {
        Outcome outcome = compare(2, quiet(true, true, false, true), time.entrant("ours", 1, 1, 100, 7, 8, 300));

        assertThat(outcome.rates().get(0).tokensPerSecond()).isEqualTo(200);
        assertThat(outcome.kept()).isEqualTo(2);
        assertThat(outcome.dropped()).isEqualTo(2);
    }

    @Test
    void itGivesUpAfterTwiceTheRoundsAndTakesThoseThatWereQuiet() {
        Outcome outcome =
                compare(2, quiet(true, true, false, false, false), time.entrant("ours", 1, 1, 100, 7, 8, 9, 1000));

        assertThat(outcome.rates().get(0).tokensPerSecond()).isEqualTo(100);
        assertThat(outcome.kept()).isEqualTo(1);
        assertThat(outcome.dropped()).isEqualTo(3);
    }

    @Test
    void whereNoRoundWasQuietAllCount() {
        Outcome outcome = compare(1, NEVER, time.entrant("ours", 1, 1, 100, 300));

        assertThat(outcome.rates().get(0).tokensPerSecond()).isEqualTo(200);
        assertThat(outcome.kept()).isZero();
        assertThat(outcome.dropped()).isEqualTo(2);
    }
}
