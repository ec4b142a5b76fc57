package cadenza.training;

import cadenza.api.TrainingProgress;
import cadenza.recurrent.NetworkWeights;

/** Hears how the fitting of a network goes, and may stop it. */
public interface ProgressListener {
    /** About every second, and after each validation. */
    void progressed(TrainingProgress progress);

    /** A validation found the best weights so far. */
    void improved(TrainingProgress progress, NetworkWeights weights);

    /** Whether to stop now. */
    boolean cancelled();
}
