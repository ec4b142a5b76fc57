package cadenza.host;

import cadenza.api.MaskedPredictor;
import cadenza.api.Model;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.Medium;
import cadenza.host.control.Structure;
import cadenza.host.models.ModelFingerprint;
import cadenza.host.models.ModelHash;
import cadenza.host.novelty.Fingerprint;
import cadenza.host.novelty.MusicFingerprint;
import cadenza.host.novelty.TextFingerprint;
import cadenza.host.plugins.LoadedGenerator;
import cadenza.host.sampling.SamplerSettings;
import java.util.Optional;

/**
 * A model ready to generate, and where it came from.
 *
 * @param name by which it was found
 * @param fileHash of its file
 * @param model checked: what breaks the contract ends in an error that names the plugin
 * @param fileFingerprint of what it was trained on, as its file keeps it
 */
public record OpenedModel(
        String name,
        ModelHash fileHash,
        LoadedGenerator generator,
        Settings card,
        Model model,
        ModelFingerprint fileFingerprint)
        implements AutoCloseable {
    /** @throws cadenza.host.plugins.PluginException if the model has no codec or vocabulary */
    public OpenedModel {
        model = generator.checked(model);
    }

    /** One without a fingerprint. */
    public OpenedModel(String name, ModelHash fileHash, LoadedGenerator generator, Settings card, Model model) {
        this(name, fileHash, generator, card, model, ModelFingerprint.NONE);
    }

    /** SHA-256 of its file, 64 hexadecimal digits. */
    public String hash() {
        return fileHash.value();
    }

    /** Of what it was trained on; empty if its file keeps none. @throws UserException if it is damaged */
    public Optional<Fingerprint> fingerprint() {
        return fileFingerprint.value();
    }

    /** Of the music it was trained on; empty if its file keeps none. @throws UserException if it is damaged */
    public Optional<MusicFingerprint> musicFingerprint() {
        return fingerprint().filter(MusicFingerprint.class::isInstance).map(MusicFingerprint.class::cast);
    }

    /** Of the text it was trained on; empty if its file keeps none. @throws UserException if it is damaged */
    public Optional<TextFingerprint> textFingerprint() {
        return fingerprint().filter(TextFingerprint.class::isInstance).map(TextFingerprint.class::cast);
    }

    /** What the card says works best; as the network says where it is silent. */
    public SamplerSettings recommendedSampler() {
        return card.has("sampler") ? SamplerSettings.of(card.settings("sampler")) : SamplerSettings.PLAIN;
    }

    /** How the card says that clips of this model are best built; as the model goes where it is silent. */
    public Structure recommendedStructure() {
        return card.has("structure") ? Structure.of(card.settings("structure")) : Structure.NONE;
    }

    Recipe recipe(Request request) {
        return new Recipe(name, hash(), generator.info().id(), generator.version(), request);
    }

    /** @throws UserException if the model is of the other medium */
    OpenedModel expect(Medium medium) {
        Medium own = generator.info().medium();
        if (own != medium) {
            throw new UserException("model '" + name + "' makes " + own.label() + ", not " + medium.label() + "; use "
                    + (own == Medium.TEXT
                            ? "'cadenza write'"
                            : model.improvises() ? "'cadenza compose'" : "'cadenza fill'"));
        }
        return this;
    }

    /** @throws UserException if the model is of the other medium, or does not predict from left to right */
    OpenedModel expectImproviser(Medium medium) {
        expect(medium);
        if (!model.improvises()) {
            throw new UserException(
                    "model '" + name + "' rewrites, from what is before and behind, and begins nothing; use "
                            + (medium == Medium.MUSIC
                                    ? "'cadenza fill', 'harmonise' or 'vary'"
                                    : "'cadenza write' with --before, --after and --gap")
                            + ", or another --model");
        }
        return this;
    }

    /** A predictor of masked tokens, for one thread. @throws UserException if the model has none */
    MaskedPredictor expectMasked() {
        return model.masked()
                .orElseThrow(
                        () -> new UserException("model '" + name + "' goes from left to right, and rewrites nothing;"
                                + " give another --model, one that predicts masked tokens"
                                + (generator.info().medium() == Medium.TEXT
                                        ? ", such as 'cadenza train --generator text-brnn' makes"
                                        : "")));
    }

    @Override
    public void close() {
        generator.close(model);
    }
}
