package cadenza.training;

import cadenza.recurrent.NetworkWeights;

/** From where a {@link Trainer} begins. */
sealed interface TrainerStart {
    /** From weights that the seed makes. */
    TrainerStart FRESH = new Fresh();

    /** From weights that the seed makes. */
    record Fresh() implements TrainerStart {}

    /** From weights that are known, for a network of their shape or one with more inputs and outputs. */
    record FromWeights(NetworkWeights weights) implements TrainerStart {}

    /** From where another training stopped. */
    record FromState(TrainingState state) implements TrainerStart {}
}
