package cadenza.cli;

import cadenza.api.UserException;
import cadenza.host.OpenedModel;
import cadenza.host.sampling.Preset;
import cadenza.host.sampling.SamplerSettings;
import cadenza.host.sampling.stage.Dry;
import cadenza.host.sampling.stage.Mirostat;
import cadenza.host.sampling.stage.RepetitionPenalty;
import cadenza.host.sampling.stage.TokenSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The options that say how tokens are chosen. What is not given comes from the preset, where one is named, or else from the
 * model's card.
 */
final class SamplingOptions implements OptionGroup {
    private final CommandOption<String> preset = CommandOption.text(
            "--preset",
            "NAME",
            "How tokens are chosen: calm, balanced or adventurous, in place of what the model's card says; options"
                    + " given beside it come before it.");
    private final CommandOption<Double> temperature = CommandOption.number(
            "--temperature", "T", "0 always takes the likeliest, 1 samples as the model says, more is wilder.");
    private final CommandOption<Double> minP =
            CommandOption.number("--min-p", "P", "Only tokens at least P times as likely as the likeliest; 0 for all.");
    private final CommandOption<Integer> topK = CommandOption.whole("--top-k", "K", "Only the K likeliest; 0 for all.");
    private final CommandOption<Double> typicalP = CommandOption.number(
            "--typical-p", "P", "Only the most typical that together have probability P; 1 for all.");
    private final CommandOption<Double> topP =
            CommandOption.number("--top-p", "P", "Only the likeliest that together have probability P; 1 for all.");
    private final CommandOption<Double> mirostat = CommandOption.number(
            "--mirostat",
            "TAU",
            "Hold the surprise near TAU bits a token, in place of min-p, top-k, typical-p and top-p; 0 for none.");
    private final CommandOption<Double> mirostatRate =
            CommandOption.number("--mirostat-rate", "ETA", "How fast mirostat adapts (default: " + Mirostat.ETA + ").");
    private final CommandOption<Double> repetitionPenalty = CommandOption.number(
            "--repetition-penalty", "R", "Divide the scores of tokens that came a short while ago; 1 for none.");
    private final CommandOption<Double> dry = CommandOption.number(
            "--dry", "M", "Make less likely what would go on with a repetition, by M nats or more; 0 for none.");
    private final CommandOption<Double> dryBase = CommandOption.number(
            "--dry-base", "B", "Each further token repeated makes that B times as much (default: " + Dry.BASE + ").");
    private final CommandOption<Integer> dryLength = CommandOption.whole(
            "--dry-length", "N", "Tokens repeated before it begins (default: " + Dry.ALLOWED_LENGTH + ").");
    private final CommandOption<List<String>> dryBreaker = CommandOption.texts(
            "--dry-breaker",
            "TOKEN",
            "Ends what --dry compares, in place of \\n : \" and *; may be repeated; '' for none.");
    private final CommandOption<Integer> repeatWindow = CommandOption.whole(
            "--repeat-window",
            "N",
            "How many tokens back repetitions count (default: " + RepetitionPenalty.WINDOW + ", for --dry " + Dry.WINDOW
                    + ").");
    private final CommandOption<List<String>> bias = CommandOption.texts(
            "--bias",
            "TOKEN=NATS",
            "Make a token more likely, or less with NATS below 0, such as 'e=-2' or '\\n=1.5'; may be repeated.");

    @Override
    public List<CommandOption<?>> options() {
        return List.of(
                preset,
                temperature,
                minP,
                topK,
                typicalP,
                topP,
                mirostat,
                mirostatRate,
                repetitionPenalty,
                dry,
                dryBase,
                dryLength,
                dryBreaker,
                repeatWindow,
                bias);
    }

    @Override
    public void addTo(CommandSpec command) {
        OptionGroup.super.addTo(command);
        command.usageMessage()
                .footer(
                        "",
                        "Tokens are chosen in this order: --bias, --repetition-penalty, --dry; --temperature; --min-p,"
                                + " --top-k, --typical-p, --top-p, or --mirostat in place of these four; then one is drawn.");
    }

    boolean temperatureGiven() {
        return temperature.given().isPresent();
    }

    SamplerSettings over(OpenedModel model) {
        return over(model.recommendedSampler());
    }

    /**
     * For choices that come in no order: without what a preset or a card says of the tokens chosen before.
     *
     * @throws UserException if a value is out of range, or options do not go together
     */
    SamplerSettings withoutMemory(OpenedModel model) {
        SamplerSettings all = over(model);
        return new SamplerSettings(
                all.temperature(),
                all.topK(),
                all.topP(),
                all.minP(),
                all.typicalP(),
                repetitionPenalty.given().isPresent() ? all.repetitionPenalty() : RepetitionPenalty.OFF,
                dry.given().isPresent() ? all.dry() : Dry.OFF,
                mirostat.given().isPresent() ? all.mirostat() : Mirostat.OFF,
                all.bias());
    }

    /** @throws UserException if a value is out of range, or options do not go together */
    SamplerSettings over(SamplerSettings recommended) {
        SamplerSettings settings = composed(recommended);
        refuseIdle(mirostatRate, settings.mirostat().on(), "--mirostat");
        refuseIdle(dryBase, settings.dry().on(), "--dry");
        refuseIdle(dryLength, settings.dry().on(), "--dry");
        refuseIdle(dryBreaker, settings.dry().on(), "--dry");
        refuseIdle(
                repeatWindow,
                settings.dry().on() || settings.repetitionPenalty().on(),
                "--repetition-penalty or --dry");
        return settings;
    }

    private static void refuseIdle(CommandOption<?> option, boolean used, String user) {
        if (!used) {
            option.given().ifPresent(value -> {
                throw new UserException(
                        option.name() + " " + value + " says how " + user + " works, which is off; give that too");
            });
        }
    }

    private SamplerSettings composed(SamplerSettings recommended) {
        SamplerSettings base =
                preset.given().map(name -> Preset.named(name).settings()).orElse(recommended);
        // What is given here comes before what a preset or a card says of the other: each takes the other's place.
        boolean truncated = topK.or(0) != 0 || topP.or(1.0) != 1 || minP.or(0.0) != 0 || typicalP.or(1.0) != 1;
        Mirostat baseMirostat = truncated ? Mirostat.OFF : base.mirostat();
        Mirostat target = new Mirostat(mirostat.or(baseMirostat.tau()), mirostatRate.or(baseMirostat.eta()));
        SamplerSettings cut = mirostat.given().isPresent() && target.on() ? SamplerSettings.PLAIN : base;
        return new SamplerSettings(
                temperature.or(base.temperature()),
                topK.or(cut.topK()),
                topP.or(cut.topP()),
                minP.or(cut.minP()),
                typicalP.or(cut.typicalP()),
                new RepetitionPenalty(
                        repetitionPenalty.or(base.repetitionPenalty().penalty()),
                        repeatWindow.or(base.repetitionPenalty().window())),
                new Dry(
                        dry.or(base.dry().multiplier()),
                        dryBase.or(base.dry().base()),
                        dryLength.or(base.dry().allowedLength()),
                        repeatWindow.or(base.dry().window()),
                        dryBreaker
                                .given()
                                .map(SamplingOptions::breakers)
                                .orElse(base.dry().breakers())),
                target,
                bias.given().map(BiasArgument::all).orElse(base.bias()));
    }

    private static List<String> breakers(List<String> tokens) {
        return tokens.stream()
                .filter(token -> !token.isEmpty())
                .map(token -> TokenSymbol.unescaped(token, "--dry-breaker"))
                .toList();
    }

    /** Checks what was given without a model at hand. @throws UserException if it is out of range */
    void check() {
        composed(SamplerSettings.PLAIN);
    }

    /**
     * Checks what is to be recommended by a model's card, before hours of training.
     *
     * @throws UserException if it is out of range, does not go together, or is of single tokens: which ones the model
     *     will have is not known yet
     */
    void checkForCard() {
        over(SamplerSettings.PLAIN);
        if (bias.given().isPresent()) {
            throw new UserException(
                    "--bias is not for a model's card; leave it out here, and give it to write or compose");
        }
    }

    /** What was given, as it was given: name and value in turn. */
    List<String> arguments() {
        return arguments(token -> token);
    }

    /** What was given, as it is typed in a shell. */
    List<String> words() {
        return arguments(token -> "'" + token + "'"); // tokens may be spaces, or mean something to a shell
    }

    private List<String> arguments(UnaryOperator<String> ofToken) {
        List<String> arguments = new ArrayList<>();
        for (CommandOption<?> option : options()) {
            option.given().ifPresent(value -> {
                if (value instanceof List<?> tokens) {
                    tokens.forEach(token -> arguments.addAll(List.of(option.name(), ofToken.apply(token.toString()))));
                } else {
                    arguments.addAll(List.of(option.name(), value.toString()));
                }
            });
        }
        return arguments;
    }

    boolean given() {
        return !arguments().isEmpty();
    }
}
