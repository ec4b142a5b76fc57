package cadenza.host;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.host.Retries.Attempt;
import cadenza.host.Retries.Tried;
import cadenza.host.sampling.Xoshiro256;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static List<Long> seeds(List<Attempt> attempts) {
        return attempts.stream().map(Attempt::seed).toList();
    }

    @Test
    void anOutputThatIsAsItMustBeIsMadeOnce() {
        List<Tried<Long>> tried = new Retries<Long>(5, seed -> 0).run(List.of(7L, 8L), RetriesTest::seeds);
        assertThat(tried).containsExactly(new Tried<>(7L, 0, 7, 1), new Tried<>(8L, 0, 8, 1));
    }

    @Test
    void theSeedsThatFollowComeFromTheFirstAndCanBeTyped() {
        List<Long> asked = new ArrayList<>();
        Retries<Long> retries = new Retries<>(4, seed -> asked.size() < 3 ? 1 : 0);
        Tried<Long> tried = retries.run(List.of(7L), attempts -> {
                    asked.addAll(seeds(attempts));
                    return seeds(attempts);
                })
                .get(0);
        Xoshiro256 following = new Xoshiro256(7);
        assertThat(asked).containsExactly(7L, following.nextLong() >>> 33, following.nextLong() >>> 33);
        assertThat(tried).isEqualTo(new Tried<>(asked.get(2), 0, asked.get(2), 3));
        assertThat(asked).allMatch(seed -> seed >= 0 && seed <= Integer.MAX_VALUE);
    }

    @Test
    void onlyTheOutputsThatAreNotAsTheyMustBeAreMadeAnew() {
        List<List<Integer>> places = new ArrayList<>();
        new Retries<Attempt>(3, attempt -> attempt.place() == 1 ? 1 : 0).run(List.of(1L, 2L, 3L), attempts -> {
            places.add(attempts.stream().map(Attempt::place).toList());
            return attempts;
        });
        assertThat(places).containsExactly(List.of(0, 1, 2), List.of(1), List.of(1));
    }

    @Test
    void whenInterruptedNothingIsMadeAnew() {
        List<Long> made = new ArrayList<>();
        Tried<Long> tried = new Retries<Long>(1000, seed -> 1, () -> made.size() >= 3)
                .run(List.of(7L), attempts -> {
                    made.addAll(seeds(attempts));
                    return seeds(attempts);
                })
                .get(0);
        assertThat(made).hasSize(3);
        assertThat(tried.kept()).isFalse();
        assertThat(tried.tries()).isEqualTo(3);
    }

    @Test
    void ifNoneIsTheFirstWithTheSmallestFaultIsTold() {
        long[] faults = {5, 3, 4, 3};
        int[] made = {0};
        Tried<Integer> tried = new Retries<Integer>(4, output -> faults[output])
                .run(List.of(1L), attempts -> List.of(made[0]++))
                .get(0);
        assertThat(tried.output()).isEqualTo(1);
        assertThat(tried.fault()).isEqualTo(3);
        assertThat(tried.tries()).isEqualTo(4);
        assertThat(tried.kept()).isFalse();
    }
}
