package cadenza.music.coding;

/**
 * MIDI velocities in {@value #COUNT} bins around the multiples of eight, which many files use: a velocity is off by at
 * most 4, one of any value on average by 2.
 */
public final class VelocityBins {
    /** Number of bins. */
    public static final int COUNT = 17;

    private static final int WIDTH = 8;

    private VelocityBins() {}

    /** The bin of a velocity of 1..127. */
    public static int of(int velocity) {
        return (velocity + WIDTH / 2) / WIDTH;
    }

    /** The velocity that stands for a bin of 0..16. */
    public static int velocity(int bin) {
        return Math.min(127, Math.max(1, bin * WIDTH));
    }
}
