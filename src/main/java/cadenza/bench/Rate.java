package cadenza.bench;

import cadenza.api.Settings;

/**
 * How fast a workload was.
 *
 * @param name of the one who did it
 * @param tokensPerSecond median over the rounds
 * @param ratio how many times faster the first entrant was: median over the rounds of its rate divided by this one's
 */
public record Rate(String name, double tokensPerSecond, double ratio) {
    Settings toSettings() {
        return Settings.empty()
                .with("name", name)
                .with("tokensPerSecond", tokensPerSecond)
                .with("ratio", ratio);
    }
}
