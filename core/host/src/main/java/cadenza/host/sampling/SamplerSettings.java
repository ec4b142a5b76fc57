package cadenza.host.sampling;

import cadenza.api.Settings;
import cadenza.api.UserException;

/**
 * How tokens are chosen: temperature first, then min-p, top-k, top-p.
 *
 * @param temperature divides the logits; 0 always takes the likeliest token, 1 samples as the network says, more is
 *     wilder; {@code [0, 100]}
 * @param topK only the k likeliest tokens; 0 for all
 * @param topP only the likeliest tokens that together have this probability (nucleus sampling, Holtzman et al. 2020);
 *     {@code (0, 1]}, 1 for all
 * @param minP only tokens at least this times as likely as the likeliest (min-p sampling, Nguyen et al. 2024);
 *     {@code [0, 1]}, 0 for all
 */
public record SamplerSettings(double temperature, int topK, double topP, double minP) {
    /** As the network says. */
    public static final SamplerSettings PLAIN = new SamplerSettings(1, 0, 1, 0);

    private static final double HIGHEST_TEMPERATURE = 100;

    public SamplerSettings {
        if (!(temperature >= 0 && temperature <= HIGHEST_TEMPERATURE)) {
            throw new UserException("--temperature " + temperature + " is not a number of 0.." + HIGHEST_TEMPERATURE
                    + " (0 is always the likeliest, 1 as the model says)");
        }
        if (topK < 0) {
            throw new UserException("--top-k " + topK + " is not 0 (all) or more");
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new UserException("--top-p " + topP + " is not above 0 and at most 1 (all)");
        }
        if (!(minP >= 0 && minP <= 1)) {
            throw new UserException("--min-p " + minP + " is not in 0 (all)..1");
        }
    }

    /** Without min-p. */
    public SamplerSettings(double temperature, int topK, double topP) {
        this(temperature, topK, topP, 0);
    }

    /** As a recipe and a model card keep them. */
    public Settings toSettings() {
        Settings settings = Settings.empty()
                .with("temperature", temperature)
                .with("topK", topK)
                .with("topP", topP);
        return minP == 0 ? settings : settings.with("minP", minP);
    }

    /** Out of a recipe or a model card. */
    public static SamplerSettings of(Settings settings) {
        return new SamplerSettings(
                settings.decimal("temperature", 0, HIGHEST_TEMPERATURE),
                settings.integer("topK", 0, Integer.MAX_VALUE),
                settings.decimal("topP", 0, 1),
                settings.has("minP") ? settings.decimal("minP", 0, 1) : 0);
    }
}
