package cadenza.host.sampling;

import cadenza.api.UserException;
import cadenza.host.sampling.stage.Dry;
import cadenza.host.storage.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Sampler settings under a name a person can choose by. */
public enum Preset {
    CALM(new SamplerSettings(0.5, 0, 1, 0.1).with(dry())),
    BALANCED(new SamplerSettings(0.8, 0, 1, 0.05).with(dry())),
    ADVENTUROUS(new SamplerSettings(1.1, 0, 1, 0.02).with(dry()));

    private final SamplerSettings settings;

    Preset(SamplerSettings settings) {
        this.settings = settings;
    }

    private static Dry dry() {
        return new Dry(0.8, Dry.BASE, Dry.ALLOWED_LENGTH, Dry.WINDOW, Dry.BREAKERS);
    }

    public SamplerSettings settings() {
        return settings;
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
