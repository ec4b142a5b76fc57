package cadenza.training;

import cadenza.api.TrainingProgress;
import cadenza.recurrent.NetworkWeights;
import java.util.function.Supplier;

/** Hears how the fitting of a network goes, and may stop it. */
interface ProgressListener {
    /** About every second, and after each validation. */
    void progressed(TrainingProgress progress);

    /** A validation found the best weights so far. */
    void improved(TrainingProgress progress, NetworkWeights weights);

    /** The training can be taken up again from here. @param state makes it; only to be asked during this call */
    default void reached(Supplier<TrainingState> state) {}

    /** Whether to stop now. */
    boolean cancelled();
}
