package cadenza.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference numbers come from the authors' xoshiro256starstar.c, seeded with their splitmix64.c. */
class Xoshiro256Test {
    static Stream<Arguments> referenceNumbers() {
        return Stream.of(
                Arguments.of(
                        0L,
                        new long[] {
                            0x99ec5f36cb75f2b4L, 0xbf6e1f784956452aL, 0x1a5f849d4933e6e0L,
                            0x6aa594f1262d2d2cL, 0xbba5ad4a1f842e59L, 0xffef8375d9ebcacaL
                        },
                        0x7aac8c483a2edd2fL),
                Arguments.of(
                        1L,
                        new long[] {
                            0xb3f2af6d0fc710c5L, 0x853b559647364ceaL, 0x92f89756082a4514L,
                            0x642e1c7bc266a3a7L, 0xb27a48e29a233673L, 0x24c123126ffda722L
                        },
                        0xb8517c33c344d153L),
                Arguments.of(
                        42L,
                        new long[] {
                            0x15780b2e0c2ec716L, 0x6104d9866d113a7eL, 0xae17533239e499a1L,
                            0xecb8ad4703b360a1L, 0xfde6dc7fe2ec5e64L, 0xc50da53101795238L
                        },
                        0x8de5848c61ab8968L),
                Arguments.of(
                        -1L,
                        new long[] {
                            0x8f5520d52a7ead08L, 0xc476a018caa1802dL, 0x81de31c0d260469eL,
                            0xbf658d7e065f3c2fL, 0x913593fda1bca32aL, 0xbb535e93941ba525L
                        },
                        0xc3c93ea5cde434ccL));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("referenceNumbers")
    void givesTheNumbersOfTheReference(long seed, long[] first, long thousandth) {
        Xoshiro256 random = new Xoshiro256(seed);
        for (long number : first) {
            assertThat(random.nextLong()).isEqualTo(number);
        }
        for (int i = first.length; i < 999; i++) {
            random.nextLong();
        }
        assertThat(random.nextLong()).isEqualTo(thousandth);
    }

    @Test
    void doublesAreTheUpper53Bits() {
        Xoshiro256 random = new Xoshiro256(42);
        assertThat(random.nextDouble()).isEqualTo(0x1.5780b2e0c2ecp-4);
        assertThat(random.nextDouble()).isEqualTo(0x1.84136619b444ep-2);
        assertThat(random.nextDouble()).isEqualTo(0x1.5c2ea66473c93p-1);
    }
}
