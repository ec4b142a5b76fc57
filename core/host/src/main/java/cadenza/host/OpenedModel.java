package cadenza.host;

import cadenza.api.Model;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.Medium;
import cadenza.host.models.ModelHash;
import cadenza.host.plugins.LoadedGenerator;
import cadenza.host.sampling.SamplerSettings;

/**
 * A model ready to generate, and where it came from.
 *
 * @param name by which it was found
 * @param fileHash of its file
 */
public record OpenedModel(String name, ModelHash fileHash, LoadedGenerator generator, Settings card, Model model)
        implements AutoCloseable {
    /** SHA-256 of its file, 64 hexadecimal digits. */
    public String hash() {
        return fileHash.value();
    }

    /** What the card says works best; as the network says where it is silent. */
    public SamplerSettings recommendedSampler() {
        return card.has("sampler") ? SamplerSettings.of(card.settings("sampler")) : SamplerSettings.PLAIN;
    }

    /** Whether the card says that clips of this model should close on the tonic. */
    public boolean recommendsCadence() {
        return card.has("cadence") && card.flag("cadence");
    }

    Recipe recipe(Request request) {
        return new Recipe(name, hash(), generator.info().id(), generator.version(), request);
    }

    /** @throws UserException if the model is of the other medium */
    OpenedModel expect(Medium medium) {
        Medium own = generator.info().medium();
        if (own != medium) {
            throw new UserException("model '" + name + "' makes " + own.label() + ", not " + medium.label() + "; use "
                    + (own == Medium.TEXT ? "'cadenza write'" : "'cadenza compose'"));
        }
        return this;
    }

    @Override
    public void close() {
        generator.call("closing the model", ignored -> {
            model.close();
            return null;
        });
    }
}
