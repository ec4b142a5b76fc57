package cadenza.host;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.TempoChange;
import cadenza.host.sampling.SamplerSettings;
import java.util.Objects;
import java.util.OptionalDouble;

/** What is to be generated. */
public sealed interface Request {
    /** Upper bound of {@link Compose#bars}, against slips of the finger. */
    int MOST_BARS = 10_000;

    /** Upper bound of {@link Write#length}. */
    int MOST_CHARACTERS = 100_000_000;

    /** Makes every choice. */
    long seed();

    SamplerSettings sampler();

    /** The same with another seed. */
    Request withSeed(long newSeed);

    /** As a recipe keeps it. */
    Settings toSettings();

    /**
     * Music.
     *
     * @param bars full bars, 1 to {@link #MOST_BARS}
     * @param tempo quarters a minute; empty for the model's own
     */
    record Compose(int bars, OptionalDouble tempo, SamplerSettings sampler, long seed) implements Request {
        public Compose {
            if (bars < 1 || bars > MOST_BARS) {
                throw new UserException("--bars " + bars + " is not in 1.." + MOST_BARS);
            }
            tempo.ifPresent(value -> {
                if (!(value >= TempoChange.SLOWEST && value <= TempoChange.FASTEST)) {
                    throw new UserException("--tempo " + value + " is not in " + TempoChange.SLOWEST + ".."
                            + TempoChange.FASTEST + " quarters a minute");
                }
            });
            Objects.requireNonNull(sampler, "sampler");
        }

        @Override
        public Compose withSeed(long newSeed) {
            return new Compose(bars, tempo, sampler, newSeed);
        }

        @Override
        public Settings toSettings() {
            Settings settings = Settings.empty().with("bars", bars);
            return tempo.isPresent() ? settings.with("tempo", tempo.getAsDouble()) : settings;
        }
    }

    /**
     * Text.
     *
     * @param prime text to begin with; may be empty
     * @param length characters (code points) after the prime, 1 to {@link #MOST_CHARACTERS}
     */
    record Write(String prime, int length, SamplerSettings sampler, long seed) implements Request {
        public Write {
            Objects.requireNonNull(prime, "prime");
            if (length < 1 || length > MOST_CHARACTERS) {
                throw new UserException("--length " + length + " is not in 1.." + MOST_CHARACTERS + " characters");
            }
            Objects.requireNonNull(sampler, "sampler");
        }

        @Override
        public Write withSeed(long newSeed) {
            return new Write(prime, length, sampler, newSeed);
        }

        @Override
        public Settings toSettings() {
            return Settings.empty().with("prime", prime).with("length", length);
        }
    }
}
