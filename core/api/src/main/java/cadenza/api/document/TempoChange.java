package cadenza.api.document;

/**
 * A tempo from a tick on.
 *
 * @param tick 0 or more
 * @param beatsPerMinute quarters a minute, finite, {@value #SLOWEST} to {@value #FASTEST}
 */
public record TempoChange(long tick, double beatsPerMinute) {
    /** The slowest tempo that a MIDI file can hold (24 bits of microseconds a quarter), rounded up. */
    public static final double SLOWEST = 4;

    /** Faster is no music; a guard against absurd files. */
    public static final double FASTEST = 1000;

    public TempoChange {
        if (tick < 0) {
            throw new IllegalArgumentException("tick " + tick + " is negative");
        }
        if (!(beatsPerMinute >= SLOWEST && beatsPerMinute <= FASTEST)) {
            throw new IllegalArgumentException(
                    "tempo " + beatsPerMinute + " is not in " + SLOWEST + ".." + FASTEST + " quarters a minute");
        }
    }
}
