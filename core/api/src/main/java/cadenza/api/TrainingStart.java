package cadenza.api;

import java.util.Objects;

/** From where a training begins. */
public sealed interface TrainingStart {
    /** From weights that the seed makes. */
    TrainingStart FRESH = new Fresh();

    /** From weights that the seed makes. */
    record Fresh() implements TrainingStart {}

    /**
     * From the weights of a model of the same generator, onto other documents. Its vocabulary is kept, and grows by what
     * the documents have more; the network's shape is that of the model, whatever the options say.
     *
     * @param model what {@link Model#contents()} gave
     */
    record FromModel(ModelContents model) implements TrainingStart {
        public FromModel {
            Objects.requireNonNull(model, "model");
        }
    }

    /**
     * From where another training stopped: with the same documents, settings and seed it goes on as if it had not. Its
     * bounds may be wider than they were.
     */
    record FromCheckpoint(TrainingCheckpoint checkpoint) implements TrainingStart {
        public FromCheckpoint {
            Objects.requireNonNull(checkpoint, "checkpoint");
        }
    }
}
