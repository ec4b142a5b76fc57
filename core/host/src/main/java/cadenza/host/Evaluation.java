package cadenza.host;

import cadenza.api.Settings;
import cadenza.api.document.Medium;

/**
 * How well a model predicts documents, each from empty input on; nats are of the predictor's own softmax.
 *
 * @param tokens predicted tokens, end tokens included
 * @param unknown how many of them are the unknown one
 * @param nats −ln p of all of them
 * @param endNats how much of that the end tokens have
 * @param characters of the texts (code points); 0 for music
 * @param steps grid steps of the music; 0 for text
 * @param quarters beats of a quarter; 0 for text
 */
public record Evaluation(
        Medium medium,
        long documents,
        long tokens,
        long unknown,
        double nats,
        double endNats,
        long characters,
        long steps,
        double quarters) {
    /**
     * The figures of {@code cadenza evaluate --json}. Those a step leave the end tokens out, as those of the polyphonic
     * benchmark do; all others count them.
     */
    public Settings toSettings() {
        Settings settings = Settings.empty()
                .with("documents", documents)
                .with("tokens", tokens)
                .with("unknown", unknown)
                .with("nllPerToken", nats / tokens);
        return medium == Medium.TEXT
                ? settings.with("bitsPerCharacter", nats / StrictMath.log(2) / characters)
                : settings.with("nllPerStep", (nats - endNats) / steps)
                        .with("bitsPerBeat", nats / StrictMath.log(2) / quarters);
    }
}
