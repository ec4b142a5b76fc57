package cadenza.training;

import cadenza.recurrent.NetworkWeights;
import java.util.Optional;

/**
 * All that a {@link Trainer} needs to go on exactly where it stood, with the same sequences and hyperparameters.
 *
 * @param weights as they are, which are not the best
 * @param best those that did best on the validation sequences; empty before the first validation
 * @param moments of Adam: the mean of each weight's gradient, then the mean of its squares, in the order of the flat
 *     parameter vector
 * @param lanes the recurrent states of all lanes, in the order of the engine's
 */
record TrainingState(
        TrainingCounters counters,
        NetworkWeights weights,
        Optional<NetworkWeights> best,
        float[] moments,
        float[] lanes) {}
