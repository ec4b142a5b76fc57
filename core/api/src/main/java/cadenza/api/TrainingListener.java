package cadenza.api;

import java.util.function.Supplier;

/** Hears how a training goes, and may stop it. Called from the thread that trains. */
public interface TrainingListener {
    /** What was read, before the first step. */
    void started(CorpusReport report);

    /** A sign of life, about every second, and after each validation. */
    void progressed(TrainingProgress progress);

    /**
     * A validation found the best weights so far.
     *
     * @param snapshot a model of these weights, for a sample; the listener must not keep it
     */
    void improved(TrainingProgress progress, Model snapshot);

    /**
     * Called about every second, after each validation and once at the end, by generators that {@linkplain GeneratorInfo#continues() can
     * continue}: the training can be taken up again from here.
     *
     * @param checkpoint makes it; only to be asked during this call
     */
    default void reached(Supplier<TrainingCheckpoint> checkpoint) {}

    /** Asked before each step: whether to stop now and return the best model so far. */
    boolean cancelled();
}
