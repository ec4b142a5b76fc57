package cadenza.api;

import java.util.Map;
import org.pf4j.ExtensionPoint;

/**
 * Trains models and opens them. This is the extension point of a plugin: annotate the class with
 * {@code @org.pf4j.Extension} and give it a public constructor without parameters. A generator is stateless; one
 * instance serves all.
 */
public interface Generator extends ExtensionPoint {
    /** Says what this generator is; always the same. */
    GeneratorInfo info();

    /**
     * Options that fit a corpus, for those that the user does not give; by default those of {@link #info()}.
     *
     * @throws UserException if the corpus cannot be learned from
     */
    default FittedOptions fit(Corpus corpus) {
        return new FittedOptions(info().defaults(), Map.of());
    }

    /**
     * Trains a model within the bounds of the options and returns the best one found on the validation documents. It
     * reports to the listener and stops soon after the listener is {@linkplain TrainingListener#cancelled() cancelled},
     * still returning a usable model.
     *
     * @throws UserException if the corpus cannot be learned from
     */
    Model train(Corpus corpus, TrainingOptions options, TrainingListener listener);

    /**
     * Opens a model that {@link Model#contents()} once gave. Fast, and free of anything only training needs.
     *
     * @throws UserException if the contents are not of this generator or do not fit together
     */
    Model open(ModelContents contents);
}
