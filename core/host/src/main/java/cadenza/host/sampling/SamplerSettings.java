package cadenza.host.sampling;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.host.sampling.stage.Dry;
import cadenza.host.sampling.stage.LogitBias;
import cadenza.host.sampling.stage.MinP;
import cadenza.host.sampling.stage.Mirostat;
import cadenza.host.sampling.stage.RepetitionPenalty;
import cadenza.host.sampling.stage.Stage;
import cadenza.host.sampling.stage.Temperature;
import cadenza.host.sampling.stage.TopK;
import cadenza.host.sampling.stage.TopP;
import cadenza.host.sampling.stage.TypicalP;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * How tokens are chosen, in this order: logit bias, repetition penalty, DRY; temperature; min-p, top-k, typical-p, top-p,
 * or in the place of these four mirostat; then one token is drawn. What is at its default does nothing. With the temperature
 * 0 the token that is likeliest after bias and penalties is taken.
 *
 * <p>Bias and penalties are in nats of the network's own scores, so they come before temperature, as in llama.cpp.
 * Typical-p comes before top-p: it measures the entropy of what min-p and top-k leave, and top-p then cuts the nucleus of
 * what is typical; the other way round the entropy would be that of a nucleus that is cut already.
 *
 * @param temperature divides the logits; 0 always takes the likeliest token, 1 samples as the network says, more is
 *     wilder; {@code [0, 100]}
 * @param topK only the k likeliest tokens; 0 for all
 * @param topP only the likeliest tokens that together have this probability; {@code (0, 1]}, 1 for all
 * @param minP only tokens at least this times as likely as the likeliest; {@code [0, 1]}, 0 for all
 * @param typicalP only the most typical tokens that together have this probability; {@code (0, 1]}, 1 for all
 * @param repetitionPenalty makes tokens less likely that came a short while ago
 * @param dry makes tokens less likely that would go on with a repetition
 * @param mirostat holds the surprise near a target
 * @param bias of single tokens
 */
public record SamplerSettings(
        double temperature,
        int topK,
        double topP,
        double minP,
        double typicalP,
        RepetitionPenalty repetitionPenalty,
        Dry dry,
        Mirostat mirostat,
        LogitBias bias) {
    /** As the network says. */
    public static final SamplerSettings PLAIN = new SamplerSettings(1, 0, 1, 0);

    /** The id of a symbol that a vocabulary does not have. */
    static final int NO_TOKEN = -1;

    public SamplerSettings {
        checkRanges(temperature, topK, topP, minP, typicalP);
        repetitionPenalty = repetitionPenalty.on() ? repetitionPenalty : RepetitionPenalty.OFF;
        dry = dry.on() ? dry : Dry.OFF;
        mirostat = mirostat.on() ? mirostat : Mirostat.OFF;
        if (mirostat.on() && (topK != 0 || topP != 1 || minP != 0 || typicalP != 1)) {
            throw new UserException("--mirostat " + mirostat.tau()
                    + " takes the place of --top-k, --top-p, --min-p and --typical-p; leave it out, or those");
        }
    }

    private static void checkRanges(double temperature, int topK, double topP, double minP, double typicalP) {
        new Temperature(temperature);
        new TopK(topK);
        new TopP(topP);
        new MinP(minP);
        new TypicalP(typicalP);
    }

    /** The same with another temperature. */
    public SamplerSettings withTemperature(double other) {
        return new SamplerSettings(other, topK, topP, minP, typicalP, repetitionPenalty, dry, mirostat, bias);
    }

    /** Without typical-p, penalties, mirostat and bias. */
    public SamplerSettings(double temperature, int topK, double topP, double minP) {
        this(temperature, topK, topP, minP, 1, RepetitionPenalty.OFF, Dry.OFF, Mirostat.OFF, LogitBias.NONE);
    }

    /** Without min-p and all those. */
    public SamplerSettings(double temperature, int topK, double topP) {
        this(temperature, topK, topP, 0);
    }

    /** The same with another typical-p. */
    public SamplerSettings withTypicalP(double probability) {
        return new SamplerSettings(temperature, topK, topP, minP, probability, repetitionPenalty, dry, mirostat, bias);
    }

    /** The same with another repetition penalty. */
    public SamplerSettings with(RepetitionPenalty penalty) {
        return new SamplerSettings(temperature, topK, topP, minP, typicalP, penalty, dry, mirostat, bias);
    }

    /** The same with another DRY. */
    public SamplerSettings with(Dry other) {
        return new SamplerSettings(temperature, topK, topP, minP, typicalP, repetitionPenalty, other, mirostat, bias);
    }

    /** The same with another mirostat. */
    public SamplerSettings with(Mirostat other) {
        return new SamplerSettings(temperature, topK, topP, minP, typicalP, repetitionPenalty, dry, other, bias);
    }

    /** The same with another bias. */
    public SamplerSettings with(LogitBias other) {
        return new SamplerSettings(temperature, topK, topP, minP, typicalP, repetitionPenalty, dry, mirostat, other);
    }

    /**
     * The stages of one generation, in order; only those that do anything, and temperature.
     *
     * @param size number of tokens
     * @param id of each symbol; {@link #NO_TOKEN} if the vocabulary does not have it
     * @throws UserException if a token of the bias is not there
     */
    List<Stage> stages(int size, ToIntFunction<String> id) {
        List<Stage> stages = new ArrayList<>();
        if (bias.on()) {
            stages.add(bias.stage(id));
        }
        if (repetitionPenalty.on()) {
            stages.add(repetitionPenalty.stage(size));
        }
        if (dry.on()) {
            stages.add(dry.stage(size, id));
        }
        stages.add(new Temperature(temperature));
        if (temperature > 0) {
            addTruncations(stages, size);
        }
        return stages;
    }

    private void addTruncations(List<Stage> stages, int size) {
        if (mirostat.on()) {
            stages.add(mirostat.stage());
        }
        if (minP > 0) {
            stages.add(new MinP(minP));
        }
        if (topK > 0 && topK < size) {
            stages.add(new TopK(topK));
        }
        if (typicalP < 1) {
            stages.add(new TypicalP(typicalP));
        }
        if (topP < 1) {
            stages.add(new TopP(topP));
        }
    }

    /** As a recipe and a model card keep them; what does nothing is left out, but for temperature, top-k and top-p. */
    public Settings toSettings() {
        Settings settings = Settings.empty()
                .with("temperature", temperature)
                .with("topK", topK)
                .with("topP", topP);
        if (minP != 0) {
            settings = settings.with("minP", minP);
        }
        if (typicalP != 1) {
            settings = settings.with("typicalP", typicalP);
        }
        if (repetitionPenalty.on()) {
            settings = settings.with(
                    "repetitionPenalty",
                    Settings.empty()
                            .with("penalty", repetitionPenalty.penalty())
                            .with("window", repetitionPenalty.window()));
        }
        if (dry.on()) {
            settings = settings.with(
                    "dry",
                    Settings.empty()
                            .with("multiplier", dry.multiplier())
                            .with("base", dry.base())
                            .with("allowedLength", dry.allowedLength())
                            .with("window", dry.window())
                            .with("breakers", dry.breakers()));
        }
        if (mirostat.on()) {
            settings = settings.with(
                    "mirostat", Settings.empty().with("tau", mirostat.tau()).with("eta", mirostat.eta()));
        }
        return bias.on() ? settings.with("bias", Settings.of(bias.nats())) : settings;
    }

    /** Out of a recipe or a model card. @throws UserException if a value is missing or out of range */
    public static SamplerSettings of(Settings settings) {
        return new SamplerSettings(
                settings.decimal("temperature", 0, Temperature.HIGHEST),
                settings.integer("topK", 0, Integer.MAX_VALUE),
                settings.decimal("topP", 0, 1),
                settings.has("minP") ? settings.decimal("minP", 0, 1) : 0,
                settings.has("typicalP") ? settings.decimal("typicalP", 0, 1) : 1,
                settings.has("repetitionPenalty")
                        ? penalty(settings.settings("repetitionPenalty"))
                        : RepetitionPenalty.OFF,
                settings.has("dry") ? dry(settings.settings("dry")) : Dry.OFF,
                settings.has("mirostat") ? mirostat(settings.settings("mirostat")) : Mirostat.OFF,
                settings.has("bias") ? bias(settings.settings("bias")) : LogitBias.NONE);
    }

    private static RepetitionPenalty penalty(Settings settings) {
        return new RepetitionPenalty(
                settings.decimal("penalty", 1, RepetitionPenalty.MOST),
                settings.integer("window", 1, RepetitionPenalty.LONGEST_WINDOW));
    }

    private static Dry dry(Settings settings) {
        return new Dry(
                settings.decimal("multiplier", 0, Dry.MOST_MULTIPLIER),
                settings.decimal("base", 1, Dry.MOST_BASE),
                settings.integer("allowedLength", 1, Dry.MOST_LENGTH),
                settings.integer("window", 1, RepetitionPenalty.LONGEST_WINDOW),
                settings.texts("breakers"));
    }

    private static Mirostat mirostat(Settings settings) {
        return new Mirostat(settings.decimal("tau", 0, Mirostat.MOST_TAU), settings.decimal("eta", 0, 1));
    }

    private static LogitBias bias(Settings settings) {
        Map<String, Double> nats = new LinkedHashMap<>();
        for (String symbol : settings.names()) {
            nats.put(symbol, settings.decimal(symbol, -LogitBias.MOST, LogitBias.MOST));
        }
        return new LogitBias(nats);
    }
}
