package cadenza.host.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashedSetTest {
    private static long[] hashes(int seed, int count) {
        Random random = new Random(seed);
        return LongStream.generate(random::nextLong).limit(count).toArray();
    }

    private static HashedSet set(long... hashes) {
        return HashedSet.of(hashes).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 100, 20_000})
    void whatWasPutInIsFoundAlsoAfterItWasStored(int count) throws IOException {
        long[] hashes = hashes(count, count);
        HashedSet set = set(hashes);
        HashedSet read = HashedSet.read(set.toBytes(), 0, set.size());
        assertThat(set.size()).isEqualTo(count);
        for (long hash : hashes) {
            assertThat(set.contains(hash)).isTrue();
            assertThat(read.contains(hash)).isTrue();
        }
        assertThat(read.toBytes()).isEqualTo(set.toBytes());
    }

    /** The rate that {@link MusicFingerprint} states: one of 65,536. */
    @Test
    void oneOfSixtyFiveThousandOthersIsFoundByMistake() {
        HashedSet set = set(hashes(1, 40_000));
        long mistakes =
                LongStream.of(hashes(2, 4_000_000)).filter(set::contains).count();
        // 61 are expected; the bounds are four standard deviations away.
        assertThat(mistakes).isBetween(30L, 92L);
    }

    @Test
    void aHashTakesEighteenBits() {
        assertThat(set(hashes(3, 50_000)).toBytes().length * 8.0 / 50_000).isBetween(17.4, 17.7);
    }

    @Test
    void whatIsThereTwiceCountsOnceAndTheOrderDoesNotMatter() {
        long[] hashes = hashes(4, 1000);
        long[] backwards = new long[2000];
        for (int i = 0; i < backwards.length; i++) {
            backwards[i] = hashes[(2000 - i) % 1000];
        }
        assertThat(set(backwards).size()).isEqualTo(1000);
        assertThat(set(backwards).toBytes()).isEqualTo(set(hashes).toBytes());
    }

    @Test
    void theExtremesOfALongAreFound() {
        HashedSet set = set(0, -1, Long.MIN_VALUE, Long.MAX_VALUE);
        for (long hash : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(set.contains(hash)).isTrue();
        }
    }

    @Test
    void bytesThatAreNotJustSoManyHashesAreRefused() {
        byte[] bytes = set(hashes(5, 100)).toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> HashedSet.read(cut, 0, 100)).isInstanceOf(IOException.class);
        }
        byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
        for (int size : new int[] {-1, 0, 99, 101, 1_000_000, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> HashedSet.read(bytes, 0, size)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> HashedSet.read(more, 0, 100))
                .isInstanceOf(IOException.class)
                .hasMessage("something follows its last hash");
    }

    @Test
    void endlessOnesAreRefused() {
        byte[] ones = new byte[1000];
        Arrays.fill(ones, (byte) 0xFF);
        assertThatThrownBy(() -> HashedSet.read(ones, 0, 10)).isInstanceOf(IOException.class);
    }
}
