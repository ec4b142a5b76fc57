package cadenza.host.models;

/**
 * Numbers of 16 bits: IEEE 754-2008 binary16, one sign bit, five bits of exponent with bias 15, ten of fraction. Java has
 * the conversions from 20 on only.
 */
final class HalfPrecision {
    /** The largest finite number. */
    static final float LARGEST = 65504;

    /** From here on a number is nearer to 65536, which is not there, or as near to it as to {@link #LARGEST}. */
    private static final float TOO_LARGE = 65520;

    private static final float SMALLEST_NORMAL = 0x1p-14f;

    /** Its last bit counts 2⁻²⁴, as that of the numbers below {@link #SMALLEST_NORMAL}: adding it rounds to them. */
    private static final float ROUNDING = 0.5f;

    private static final int SIGN = 0x8000;
    private static final int MAGNITUDE = 0x7fff;
    private static final int INFINITY = 0x7c00; // NaNs are above
    private static final int LOST_BITS = 13; // of the fraction
    private static final int BIAS_DIFFERENCE = 127 - 15;

    private HalfPrecision() {}

    /** Whether a number rounds to one that is there: it is finite, and not too large. */
    static boolean holds(float value) {
        return Math.abs(value) < TOO_LARGE;
    }

    /** The nearest number of 16 bits, of two that are equally near the even one. @param value {@link #holds} it */
    static short bits(float value) {
        int sign = Float.floatToRawIntBits(value) >>> 16 & SIGN;
        float magnitude = Math.abs(value);
        if (magnitude < SMALLEST_NORMAL) {
            int steps = Float.floatToRawIntBits(magnitude + ROUNDING) - Float.floatToRawIntBits(ROUNDING);
            return (short) (sign | steps);
        }
        int bits = Float.floatToRawIntBits(magnitude);
        int even = bits >>> LOST_BITS & 1;
        int half = (1 << LOST_BITS - 1) - 1;
        // What is carried out of the fraction makes the exponent one larger, as it should.
        return (short) (sign | (bits + half + even >>> LOST_BITS) - (BIAS_DIFFERENCE << 10));
    }

    /** The numbers of bits at the places {@code [from, to)}, written to the same places. @return whether all are finite */
    static boolean values(short[] bits, float[] values, int from, int to) {
        int largest = 0;
        for (int i = from; i < to; i++) {
            values[i] = value(bits[i]);
            largest = Math.max(largest, bits[i] & MAGNITUDE);
        }
        return largest < INFINITY;
    }

    /** The number of these bits, which are of a finite one, exactly. */
    static float value(short bits) {
        // Below the smallest normal number too the bits are in place; the product is exact and puts the exponent right.
        float magnitude = Float.intBitsToFloat((bits & MAGNITUDE) << LOST_BITS) * 0x1p112f;
        return Float.intBitsToFloat(Float.floatToRawIntBits(magnitude) | (bits & SIGN) << 16);
    }
}
