package cadenza.api.document;

import java.util.Objects;

/**
 * A meter from a tick on; a bar line stands there.
 *
 * @param tick 0 or more
 */
public record MeterChange(long tick, Meter meter) {
    public MeterChange {
        if (tick < 0) {
            throw new IllegalArgumentException("tick " + tick + " is negative");
        }
        Objects.requireNonNull(meter, "meter");
    }
}
