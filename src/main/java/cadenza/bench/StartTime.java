package cadenza.bench;

import cadenza.api.Settings;
import java.util.Collections;
import java.util.List;

/**
 * How long a command takes, from the start of its process to its end.
 *
 * @param command as a user would say it
 * @param seconds median, wall
 * @param fastest seconds, wall
 * @param slowest seconds, wall
 */
public record StartTime(String command, double seconds, double fastest, double slowest) {
    static StartTime of(String command, List<Double> seconds) {
        return new StartTime(
                command,
                Median.of(seconds.stream().mapToDouble(Double::doubleValue)),
                Collections.min(seconds),
                Collections.max(seconds));
    }

    Settings toSettings() {
        return Settings.empty()
                .with("command", command)
                .with("seconds", seconds)
                .with("fastest", fastest)
                .with("slowest", slowest);
    }
}
