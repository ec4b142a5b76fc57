package cadenza.bench;

import cadenza.api.Settings;

/**
 * What a long text took.
 *
 * @param characters how long it is
 */
public record LongText(int characters, ChildRun run) {
    Settings toSettings() {
        Settings settings = Settings.empty().with("characters", characters).with("seconds", run.seconds());
        return run.peakBytes().isPresent()
                ? settings.with("peakResidentBytes", run.peakBytes().getAsLong())
                : settings;
    }
}
