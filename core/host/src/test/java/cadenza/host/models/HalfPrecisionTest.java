package cadenza.host.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfPrecisionTest {
    private static final int COUNT = 1 << 16;
    private static final int LARGEST = 0x7bff;

    /** IEEE 754-2008, 3.4, in double precision: −1ˢ · 2^(e − 15) · (1 + f / 1024), and 2⁻¹⁴ · f / 1024 where e is 0. */
    private static double defined(int bits) {
        int exponent = bits >> 10 & 31;
        double fraction = (bits & 1023) / 1024.0;
        double magnitude = exponent == 0 ? Math.scalb(fraction, -14) : Math.scalb(1 + fraction, exponent - 15);
        return bits >> 15 == 0 ? magnitude : -magnitude;
    }

    private static boolean finite(int bits) {
        return (bits >> 10 & 31) != 31;
    }

    @Test
    void everyNumberHasTheValueThatTheStandardDefines() {
        for (int bits = 0; bits < COUNT; bits++) {
            if (finite(bits)) {
                assertThat((double) HalfPrecision.value((short) bits)).isEqualTo(defined(bits));
            }
        }
    }

    @Test
    void everyNumberComesBackAsItWas() {
        for (int bits = 0; bits < COUNT; bits++) {
            if (finite(bits)) {
                assertThat(HalfPrecision.bits(HalfPrecision.value((short) bits)))
                        .isEqualTo((short) bits);
            }
        }
    }

    @Test
    void whatLiesHalfWayGoesToTheEvenNeighbourAndWhatIsBesideItToTheNearer() {
        for (int bits = 0; bits < LARGEST; bits++) {
            // Neighbours differ in one bit of a number of 24, so that the middle is a float.
            float middle = (float) ((defined(bits) + defined(bits + 1)) / 2);
            short even = (short) (bits + (bits & 1));
            assertThat(HalfPrecision.bits(middle)).isEqualTo(even);
            assertThat(HalfPrecision.bits(-middle)).isEqualTo((short) (even | 0x8000));
            assertThat(HalfPrecision.bits(Math.nextDown(middle))).isEqualTo((short) bits);
            assertThat(HalfPrecision.bits(Math.nextUp(middle))).isEqualTo((short) (bits + 1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0x0000",
        "-0.0, 0x8000",
        "1, 0x3c00",
        "-2, 0xc000",
        "65504, 0x7bff",
        "65519.996, 0x7bff",
        "1.4E-45, 0x0000",
        "2.9802322E-8, 0x0000",
        "2.9802326E-8, 0x0001",
        "6.1035156E-5, 0x0400",
        "0.333333, 0x3555"
    })
    void numbersRoundToTheirNearest(float value, String bits) {
        assertThat(HalfPrecision.holds(value)).isTrue();
        assertThat(HalfPrecision.bits(value)).isEqualTo((short) (int) Integer.decode(bits));
    }

    @Test
    void whatIsTooLargeOrNoNumberIsNotHeld() {
        for (float value : new float[] {65520, -65520, Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NaN}) {
            assertThat(HalfPrecision.holds(value)).isFalse();
        }
        assertThat(HalfPrecision.holds(Math.nextDown(65520f))).isTrue();
    }

    @Test
    void infinitiesAndNaNsAreNoticed() {
        for (int bits = 0; bits < COUNT; bits++) {
            short[] one = {0x3c00, (short) bits, 0x3c00};
            assertThat(HalfPrecision.values(one, new float[3], 0, 3)).isEqualTo(finite(bits));
        }
    }
}
