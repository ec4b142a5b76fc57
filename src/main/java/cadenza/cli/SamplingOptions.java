package cadenza.cli;

import cadenza.host.OpenedModel;
import cadenza.host.sampling.SamplerSettings;
import java.util.ArrayList;
import java.util.List;

/** The options that say how tokens are chosen; what is not given comes from the model's card. */
final class SamplingOptions implements OptionGroup {
    private final CommandOption<Double> temperature = CommandOption.number(
            "--temperature", "T", "0 always takes the likeliest, 1 samples as the model says, more is wilder.");
    private final CommandOption<Integer> topK = CommandOption.whole("--top-k", "K", "Only the K likeliest; 0 for all.");
    private final CommandOption<Double> topP =
            CommandOption.number("--top-p", "P", "Only the likeliest that together have probability P; 1 for all.");
    private final CommandOption<Double> minP =
            CommandOption.number("--min-p", "P", "Only tokens at least P times as likely as the likeliest; 0 for all.");

    @Override
    public List<CommandOption<?>> options() {
        return List.of(temperature, topK, topP, minP);
    }

    SamplerSettings over(OpenedModel model) {
        return over(model.recommendedSampler());
    }

    SamplerSettings over(SamplerSettings base) {
        return new SamplerSettings(
                temperature.or(base.temperature()), topK.or(base.topK()), topP.or(base.topP()), minP.or(base.minP()));
    }

    /** Checks what was given without a model at hand. @throws cadenza.api.UserException if it is out of range */
    void check() {
        over(SamplerSettings.PLAIN);
    }

    /** What was given, as it was given. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        for (CommandOption<?> option : options()) {
            option.given().ifPresent(value -> words.addAll(List.of(option.name(), value.toString())));
        }
        return words;
    }

    boolean given() {
        return !words().isEmpty();
    }
}
