package cadenza.host.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberSetTest {
    private static long[] numbers(int seed, int count, int bits) {
        Random random = new Random(seed);
        return LongStream.generate(() -> random.nextLong() >>> Long.SIZE - bits)
                .limit(count)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 32",
        "1, 32",
        "2, 32",
        "3, 7",
        "8, 3",
        "100, 1",
        "255, 32",
        "256, 20",
        "257, 20",
        "5000, 12",
        "5000, 32",
        "5000, 26",
        "0, 40",
        "1, 40",
        "77, 40",
        "5000, 34"
    })
    void whatWasPutInIsThereAndNothingElse(int count, int bits) throws IOException {
        long[] numbers = numbers(count, count, bits);
        NumberSet set = NumberSet.of(LongStream.of(numbers), bits);
        NumberSet read = NumberSet.read(set.toBytes(), 0, set.size(), bits);
        long[] distinct = LongStream.of(numbers).sorted().distinct().toArray();
        assertThat(set.size()).isEqualTo(distinct.length);
        assertThat(read.numbers().toArray()).isEqualTo(distinct);
        for (long number : LongStream.concat(LongStream.of(numbers), LongStream.of(numbers(7, 3000, bits)))
                .toArray()) {
            assertThat(read.contains(number)).isEqualTo(Arrays.binarySearch(distinct, number) >= 0);
        }
        assertThat(read.toBytes()).isEqualTo(set.toBytes());
    }

    /** All in a corner, or in two: long rows of ones, and of zeros. */
    @Test
    void numbersMayLieCloseTogether() {
        long[] numbers = LongStream.concat(LongStream.range(5, 3000), LongStream.range((1L << 32) - 1000, (1L << 32)))
                .toArray();
        NumberSet set = NumberSet.of(LongStream.of(numbers), 32);
        assertThat(LongStream.of(numbers).allMatch(set::contains)).isTrue();
        assertThat(LongStream.of(0, 4, 3000, 70_000, 1L << 31, (1L << 32) - 1001))
                .noneMatch(set::contains);
    }

    @Test
    void aNumberTakesTwoBitsAndThoseItHasMoreThanTheSize() {
        // 2^15 < 50,000 <= 2^16: 16 low bits, a one, and a share of 2^16 zeros.
        assertThat(NumberSet.of(LongStream.of(numbers(3, 50_000, 32)), 32).toBytes().length * 8.0 / 50_000)
                .isBetween(18.3, 18.4);
    }

    @Test
    void bytesThatAreNoSetAreRefused() {
        NumberSet set = NumberSet.of(LongStream.of(numbers(5, 100, 32)), 32);
        byte[] bytes = set.toBytes();
        assertFault(Arrays.copyOf(bytes, bytes.length - 1), 100, 32, "it claims 100 hashes in ");
        assertFault(bytes, 99, 32, "it claims 99 hashes in ");
        assertFault(bytes, -1, 32, "it claims -1 hashes in ");
        assertFault(bytes, Integer.MAX_VALUE, 32, "it claims 2147483647 hashes in ");
        assertFault(bytes, 100, 0, "it claims numbers of 0 bits");
        assertFault(bytes, 100, 41, "it claims numbers of 41 bits");
        for (int i = 0; i < 28; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 16;
            assertFault(changed, 100, 32, "its hashes are not as many as it claims");
        }
        byte[] ones = bytes.clone();
        Arrays.fill(ones, (byte) -1);
        assertFault(ones, 100, 32, "its hashes are not as many as it claims");
    }

    private static void assertFault(byte[] bytes, int size, int bits, String message) {
        assertThatThrownBy(() -> NumberSet.read(bytes, 0, size, bits))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(message);
    }
}
