package cadenza.host.models;

import cadenza.api.ModelContents;
import cadenza.api.Settings;

/**
 * What a model file says.
 *
 * @param generator id of the generator that made it and can open it
 * @param generatorVersion version of that generator's plugin
 * @param card where the model comes from: data, options, seed, losses, recommended sampler
 * @param contents for the generator
 */
public record StoredModel(String generator, String generatorVersion, Settings card, ModelContents contents) {}
