package cadenza.host;

import cadenza.api.Vocabulary;
import cadenza.host.sampling.SamplerListener;

/** Who listens to the sampler of each request. */
@FunctionalInterface
public interface SamplerListeners {
    /** No one. */
    SamplerListeners NONE = (request, vocabulary) -> SamplerListener.NONE;

    /**
     * Who listens as a request is done; asked once for each, and again where a request is done anew with another seed.
     *
     * @param vocabulary of the model
     */
    SamplerListener of(Request request, Vocabulary vocabulary);
}
