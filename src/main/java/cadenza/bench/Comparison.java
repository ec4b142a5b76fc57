package cadenza.bench;

import cadenza.api.Settings;
import cadenza.api.benchmark.NetworkSize;
import java.util.Optional;

/**
 * A row of a table: one network, and what came out.
 *
 * @param lanes generations or sequences side by side
 * @param threads at most
 */
public record Comparison(NetworkSize size, int lanes, int threads, AlternatingWindows.Outcome outcome) {
    /** The rate of a contestant, if it took part. */
    Optional<Rate> rate(String name) {
        return outcome.rates().stream().filter(rate -> rate.name().equals(name)).findFirst();
    }

    public Settings toSettings() {
        return Settings.empty()
                .with("network", size.toString())
                .with("lanes", lanes)
                .with("threads", threads)
                .with("roundsKept", outcome.kept())
                .with("roundsDropped", outcome.dropped())
                .with("rates", outcome.rates().stream().map(Rate::toSettings).toList());
    }
}
