package cadenza.text;

import cadenza.api.FittedOptions;
import cadenza.api.Settings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Options that fit a corpus by its size, against the defaults, which were chosen on a million characters. Measured on
 * parts of Moby-Dick, as the lowest loss on another part of it, nats a character:
 *
 * <table>
 *   <caption>hidden, dropout, batch, steps, learning rate</caption>
 *   <tr><th>characters</th><th>chosen</th><th>others</th></tr>
 *   <tr><td>5,000; 80 epochs</td><td>64, 0.5, 4, 16, 0.003: 2.630</td>
 *     <td>128, 0.5, 4, 32, 0.003: 2.655; 128, 0.5, 8, 32, 0.006: 2.820; 256, 0.3, 8, 64, 0.01: 2.900</td></tr>
 *   <tr><td>20,000; 40 epochs</td><td>128, 0.5, 8, 32, 0.006: 2.220</td>
 *     <td>rate 0.003: 2.243; dropout 0.3, rate 0.003: 2.238; 64, dropout 0.3: 2.239; 256, rate 0.003: 2.259; the
 *     defaults: 2.277</td></tr>
 *   <tr><td>100,000; 12 epochs</td><td>256, 0.3, 16, 64, 0.006: 1.720</td>
 *     <td>the defaults: 1.733; these with dropout 0.5: 1.739; 128: 1.821</td></tr>
 * </table>
 *
 * <p>Above 5 million characters nothing was measured: there a training of a few hours sees the text a few times.
 */
enum TextFit {
    FEW(10_000, 64, 0.5, 4, 16, 0.003),
    LITTLE(60_000, 128, 0.5, 8, 32, 0.006),
    MODEST(400_000, 256, 0.3, 16, 64, 0.006),
    ORDINARY(5_000_000, 256, 0.3, 32, 64, 0.01),
    MUCH(20_000_000, 256, 0.1, 32, 64, 0.01),
    VAST(Long.MAX_VALUE, 512, 0.0, 64, 64, 0.005);

    /** Of a text of a few lines a window is this part of it at most. */
    private static final int WINDOWS = 4;

    private static final int LANES_OF_FEW = 200;

    /** If more than one character in so many occurs once, none is rare. */
    private static final int ONE_RARE_OF = 200;

    private final long below;
    private final int hidden;
    private final double dropout;
    private final int batch;
    private final int steps;
    private final double learningRate;

    TextFit(long below, int hidden, double dropout, int batch, int steps, double learningRate) {
        this.below = below;
        this.hidden = hidden;
        this.dropout = dropout;
        this.batch = batch;
        this.steps = steps;
        this.learningRate = learningRate;
    }

    /**
     * The options.
     *
     * @param defaults a value for each
     * @param counts how often each character occurs in the text to train on; none gives the defaults
     */
    static FittedOptions of(Settings defaults, Map<Integer, Long> counts) {
        long characters = counts.values().stream().mapToLong(Long::longValue).sum();
        if (characters == 0) {
            return new FittedOptions(defaults, Map.of());
        }
        TextFit fit = Stream.of(values())
                .filter(candidate -> characters < candidate.below)
                .findFirst()
                .orElseThrow();
        Map<String, String> reasons = new LinkedHashMap<>();
        Settings settings = fit.network(defaults, characters, reasons);
        settings = fit.windows(settings, characters, reasons);
        long once = counts.values().stream().filter(count -> count == 1).count();
        if (once * ONE_RARE_OF > characters) {
            settings = settings.with(TextGenerator.FEWEST, 1);
            reasons.put(
                    TextGenerator.FEWEST,
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d characters occur once, too many to take them for rare",
                            once,
                            characters));
        }
        return new FittedOptions(settings, reasons);
    }

    private Settings network(Settings defaults, long characters, Map<String, String> reasons) {
        Settings settings = defaults.with("hidden", hidden).with("dropout", dropout);
        String reason =
                switch (this) {
                    case FEW, LITTLE -> "of %,d characters a larger network, or one with less dropout, learns by heart";
                    case MODEST, ORDINARY -> ""; // the defaults
                    case MUCH -> "of %,d characters little is seen more than a few times, so little has to be dropped";
                    case VAST ->
                        "%,d characters can fill a larger network, and none is seen often enough to be learned"
                                + " by heart; give it hours, with --minutes";
                };
        if (!reason.isEmpty()) {
            String told = String.format(Locale.ROOT, reason, characters);
            if (hidden != defaults.number("hidden")) {
                reasons.put("hidden", told);
            }
            reasons.put("dropout", told);
        }
        return settings;
    }

    private Settings windows(Settings settings, long characters, Map<String, String> reasons) {
        int lanes = (int) Math.max(1, Math.min(batch, characters / LANES_OF_FEW));
        int window = (int) Math.max(1, Math.min(steps, characters / WINDOWS));
        String reason = this == VAST
                ? "a larger network takes larger minibatches and a lower rate"
                : "smaller minibatches make more updates of so little text";
        if (batch != settings.number("batch")) {
            reasons.put("batch", reason);
        }
        if (steps != settings.number("steps")) {
            reasons.put("steps", reason);
        }
        if (learningRate != settings.decimal("learning-rate", 0, 1)) {
            reasons.put("learning-rate", reason);
        }
        return settings.with("batch", lanes).with("steps", window).with("learning-rate", learningRate);
    }
}
