package cadenza.music.coding;

/** MIDI velocities in {@value #COUNT} bins of {@value #WIDTH}: a velocity is off by at most 4, on average by 2. */
public final class VelocityBins {
    /** Number of bins. */
    public static final int COUNT = 16;

    private static final int WIDTH = 8;

    private VelocityBins() {}

    /** The bin of a velocity of 1..127. */
    public static int of(int velocity) {
        return velocity / WIDTH;
    }

    /** The velocity that stands for a bin of 0..15: its middle. */
    public static int velocity(int bin) {
        return bin * WIDTH + WIDTH / 2;
    }
}
