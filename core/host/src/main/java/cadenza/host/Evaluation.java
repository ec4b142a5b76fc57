package cadenza.host;

import cadenza.api.Settings;
import cadenza.api.document.Medium;

/**
 * How well a model predicts documents, each from empty input on; nats are of the predictor's own softmax.
 *
 * @param tokens predicted tokens, end tokens included
 * @param unknown how many of them are the unknown one
 * @param nats −ln p of all of them
 * @param unknownNats how much of that the unknown tokens have
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
        double unknownNats,
        double endNats,
        long characters,
        long steps,
        double quarters) {
    private static final double LN2 = StrictMath.log(2);

    /**
     * The figures of {@code cadenza evaluate --json}.
     *
     * <p>Text, per character: over all characters, and over the known ones alone, that is without the unknown ones and
     * their nats; where UNK is likely to the model, a text of unknown characters is easily predicted and tells nothing.
     * An unknown token counts as one character, as the codec of characters has it. The figures of the known ones are
     * left out where there are none.
     *
     * <p>Music: those a step leave the end tokens out, as those of the polyphonic benchmark do; all others count them.
     */
    public Settings toSettings() {
        Settings settings = Settings.empty()
                .with("documents", documents)
                .with("tokens", tokens)
                .with("unknown", unknown)
                .with("nllPerToken", nats / tokens);
        return medium == Medium.TEXT
                ? perCharacter(settings)
                : settings.with("nllPerStep", (nats - endNats) / steps).with("bitsPerBeat", nats / LN2 / quarters);
    }

    private Settings perCharacter(Settings settings) {
        Settings all = settings.with("nllPerCharacter", nats / characters)
                .with("bitsPerCharacter", nats / LN2 / characters)
                .with("unknownShare", (double) unknown / characters);
        long known = characters - unknown;
        double knownNats = nats - unknownNats;
        return known <= 0
                ? all
                : all.with("nllPerKnownCharacter", knownNats / known)
                        .with("bitsPerKnownCharacter", knownNats / LN2 / known);
    }
}
