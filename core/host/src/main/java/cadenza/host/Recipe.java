package cadenza.host;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.host.control.Controls;
import cadenza.host.control.Prime;
import cadenza.host.rewriting.RewritingTask;
import cadenza.host.sampling.SamplerSettings;
import cadenza.host.storage.Json;
import cadenza.host.writing.Bans;
import cadenza.host.writing.Extent;
import java.io.IOException;
import java.util.Optional;

/**
 * All that made an output, and nothing of where and when: the same recipe gives the same bytes on every machine.
 *
 * @param model name of the model, to find it again
 * @param modelHash SHA-256 of the model's file
 * @param generator id of the generator
 * @param generatorVersion version of its plugin
 */
public record Recipe(String model, String modelHash, String generator, String generatorVersion, Request request) {
    /**
     * What a MIDI file's text event begins with. In karaoke files {@code @I} marks information, which is not sung:
     * without it notation programs print the recipe over the first bar.
     */
    public static final String MIDI_PREFIX = "@Icadenza-recipe ";

    /** What is added to the name of a text file for its recipe. */
    public static final String TEXT_ENDING = ".recipe.json";

    /** How tokens are sampled; a change that gives other tokens for the same seed would need another number. */
    private static final long SAMPLING = 1;

    private static final String COMPOSE = "compose";
    private static final String WRITE = "write";
    private static final String REWRITE = "rewrite";
    private static final String GAP = "gap";

    /** The recipe as JSON on one line. */
    public String toJson() {
        return Json.write(settings());
    }

    /** The recipe as JSON for reading. */
    public String toPrettyJson() {
        return Json.writePretty(settings());
    }

    private Settings settings() {
        return Settings.empty()
                .with("sampling", SAMPLING)
                .with("generator", generator)
                .with("generatorVersion", generatorVersion)
                .with("model", model)
                .with("modelHash", modelHash)
                .with("seed", request.seed())
                .with("sampler", request.sampler().toSettings())
                .with(kind(), request.toSettings());
    }

    private String kind() {
        if (request instanceof Request.Compose) {
            return COMPOSE;
        }
        if (request instanceof Request.Rewrite) {
            return REWRITE;
        }
        return request instanceof Request.FillGap ? GAP : WRITE;
    }

    /**
     * Reads a recipe.
     *
     * @param where named in the message
     * @throws UserException if it is none, or of a later Cadenza
     */
    public static Recipe parse(String json, String where) {
        try {
            Settings settings = Json.read(json);
            if (settings.number("sampling") != SAMPLING) {
                throw new UserException("it was sampled the way " + settings.number("sampling")
                        + ", this Cadenza knows " + SAMPLING + "; update Cadenza");
            }
            return new Recipe(
                    settings.text("model"),
                    settings.text("modelHash"),
                    settings.text("generator"),
                    settings.text("generatorVersion"),
                    request(settings));
        } catch (IOException | UserException e) {
            throw new UserException("the recipe in '" + where + "' cannot be followed: " + e.getMessage(), e);
        }
    }

    private static Request request(Settings settings) {
        long seed = settings.number("seed");
        SamplerSettings sampler = SamplerSettings.of(settings.settings("sampler"));
        if (settings.has(REWRITE)) {
            Settings rewrite = settings.settings(REWRITE);
            return new Request.Rewrite(
                    MidiSource.of(rewrite.settings("source")),
                    RewritingTask.of(rewrite.settings("task")),
                    Controls.of(rewrite),
                    rewrite.integer("passes", 1, Request.Rewrite.MOST_PASSES),
                    sampler,
                    seed);
        }
        if (settings.has(COMPOSE)) {
            Settings compose = settings.settings(COMPOSE);
            Optional<Prime> prime =
                    compose.has("prime") ? Optional.of(Prime.of(compose.settings("prime"))) : Optional.empty();
            return new Request.Compose(
                    compose.integer("bars", 1, Request.MOST_BARS), Controls.of(compose), prime, sampler, seed);
        }
        if (settings.has(GAP)) {
            return Request.FillGap.of(settings.settings(GAP), sampler, seed);
        }
        Settings write = settings.settings(WRITE);
        return new Request.Write(write.text("prime"), Extent.of(write), Bans.of(write), sampler, seed);
    }
}
