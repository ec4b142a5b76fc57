package cadenza.cli;

import cadenza.host.OpenedModel;
import cadenza.host.sampling.SamplerSettings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say how tokens are chosen; what is not given comes from the model's card. */
final class SamplingOptions {
    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "0 always takes the likeliest, 1 samples as the model says, more is wilder.")
    private Double temperature;

    @Option(names = "--top-k", paramLabel = "K", description = "Only the K likeliest; 0 for all.")
    private Integer topK;

    @Option(
            names = "--top-p",
            paramLabel = "P",
            description = "Only the likeliest that together have probability P; 1 for all.")
    private Double topP;

    @Option(
            names = "--min-p",
            paramLabel = "P",
            description = "Only tokens at least P times as likely as the likeliest; 0 for all.")
    private Double minP;

    SamplerSettings over(OpenedModel model) {
        return over(model.recommendedSampler());
    }

    SamplerSettings over(SamplerSettings base) {
        return new SamplerSettings(
                temperature == null ? base.temperature() : temperature,
                topK == null ? base.topK() : topK,
                topP == null ? base.topP() : topP,
                minP == null ? base.minP() : minP);
    }

    /** Checks what was given without a model at hand. @throws cadenza.api.UserException if it is out of range */
    void check() {
        over(SamplerSettings.PLAIN);
    }

    /** What was given, as it was given. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (temperature != null) {
            words.addAll(List.of("--temperature", temperature.toString()));
        }
        if (topK != null) {
            words.addAll(List.of("--top-k", topK.toString()));
        }
        if (topP != null) {
            words.addAll(List.of("--top-p", topP.toString()));
        }
        if (minP != null) {
            words.addAll(List.of("--min-p", minP.toString()));
        }
        return words;
    }

    boolean given() {
        return temperature != null || topK != null || topP != null || minP != null;
    }
}
