package cadenza.api.benchmark;

import cadenza.api.Model;

/** Makes models that have learned nothing: as fast as trained ones, and there without a plugin and a training. */
public interface UntrainedModels {
    /**
     * A model of text with random weights.
     *
     * @param seed the same seed gives the same weights
     * @throws cadenza.api.UserException if there is no such cell
     */
    Model model(NetworkSize size, long seed);
}
