package cadenza.host.sampling.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeySelectionTest {
    private static void check(long[] keys, int count) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        long[] moved = keys.clone();
        KeySelection.toTheEnd(moved, keys.length, count);
        long[] end = Arrays.copyOfRange(moved, keys.length - count, keys.length);
        Arrays.sort(end);
        assertThat(end).isEqualTo(Arrays.copyOfRange(sorted, keys.length - count, keys.length));
        Arrays.sort(moved);
        assertThat(moved).isEqualTo(sorted);
    }

    @Test
    void theGreatestStandBehindTheOthers() {
        Random random = new Random(1);
        for (int size = 1; size <= 40; size++) {
            for (int count = 1; count <= size; count++) {
                check(random.longs().distinct().limit(size).toArray(), count);
            }
        }
        check(random.longs().distinct().limit(20_000).toArray(), 40);
    }

    @Test
    void keysInOrderAreNoTrouble() {
        long[] up = LongStream.range(0, 5_000).toArray();
        long[] down = LongStream.range(0, 5_000).map(i -> -i).toArray();
        check(up, 40);
        check(down, 40);
        check(up, 4_999);
        check(down, 1);
    }

    @Test
    void whatIsBehindTheKeysIsLeftAlone() {
        long[] keys = {5, 1, 4, 99, 98};
        KeySelection.toTheEnd(keys, 3, 1);
        assertThat(keys).endsWith(5, 99, 98);
    }
}
