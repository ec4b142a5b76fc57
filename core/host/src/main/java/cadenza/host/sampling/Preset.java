package cadenza.host.sampling;

import cadenza.api.UserException;
import cadenza.host.sampling.stage.Dry;
import cadenza.host.storage.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Sampler settings under a name a person can choose by, for text and music alike. They were found by trial with the
 * starter models {@code shakespeare} and {@code chorales}; README has the figures.
 */
public enum Preset {
    /** Plain and sure: few words that are made up, chords that are triads, and little variety. */
    CALM(new SamplerSettings(0.6, 0, 1, 0.1)),

    /** As the network says, but for its slips: about as many unknown words as in real text. */
    BALANCED(new SamplerSettings(1, 0, 1, 0.1)),

    /** As rich in words as plain sampling, with fewer made up. */
    ADVENTUROUS(new SamplerSettings(1.2, 0, 1, 0.05));

    /** Nats that a repetition costs where it has just the allowed length, as DRY's author advises. */
    private static final double DRY_MULTIPLIER = 0.8;

    private final SamplerSettings settings;

    Preset(SamplerSettings settings) {
        this.settings = settings;
    }

    /** All of them with DRY, without which a sure model falls into loops. */
    public SamplerSettings settings() {
        return settings.with(new Dry(DRY_MULTIPLIER, Dry.BASE, Dry.ALLOWED_LENGTH, Dry.WINDOW, Dry.BREAKERS));
    }

    /** Its name as it is typed. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The preset of a name, as it is typed. @throws UserException if there is none */
    public static Preset named(String label) {
        List<String> labels = Arrays.stream(values()).map(Preset::label).toList();
        int index = labels.indexOf(label);
        if (index < 0) {
            throw new UserException(
                    "--preset '" + label + "' is none of " + String.join(", ", labels),
                    NearestName.hint(label, labels),
                    null);
        }
        return values()[index];
    }
}
