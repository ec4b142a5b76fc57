package cadenza.host;

import cadenza.api.Vocabulary;
import cadenza.host.sampling.Sampler;
import cadenza.host.sampling.Xoshiro256;

/** Makes the sampler of each request, from its settings and its seed. */
final class Samplers {
    private final SamplerListeners listeners;

    Samplers(SamplerListeners listeners) {
        this.listeners = listeners;
    }

    /** @throws cadenza.api.UserException if the settings name a token that the vocabulary does not have */
    Sampler of(Request request, Vocabulary vocabulary) {
        return new Sampler(
                request.sampler(), new Xoshiro256(request.seed()), vocabulary, listeners.of(request, vocabulary));
    }
}
