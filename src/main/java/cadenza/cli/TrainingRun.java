package cadenza.cli;

import cadenza.api.Corpus;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.host.corpus.CorpusHash;
import cadenza.host.training.TrainingHistory;
import java.util.List;

/**
 * What a training was asked for, as its checkpoint keeps it.
 *
 * @param arguments of {@code cadenza train}, its paths whole
 * @param corpus hash of what was read
 * @param finished whether it came to its end
 * @param history its losses so far
 */
record TrainingRun(List<String> arguments, String corpus, boolean finished, TrainingHistory history) {
    Settings toSettings() {
        return Settings.empty()
                .with("arguments", arguments)
                .with("corpus", corpus)
                .with("finished", finished)
                .with("history", history.toSettings());
    }

    static TrainingRun of(Settings settings) {
        return new TrainingRun(
                settings.texts("arguments"),
                settings.text("corpus"),
                settings.flag("finished"),
                // Checkpoints of before had none.
                settings.has("history") ? TrainingHistory.of(settings.settings("history")) : new TrainingHistory());
    }

    /** @throws UserException if the corpus is another one by now */
    void check(Corpus read, String name) {
        if (!CorpusHash.of(read).equals(corpus)) {
            throw new UserException("the training of '" + name
                    + "' cannot go on: its files have changed; put them back, or begin from what it has learned with"
                    + " 'cadenza train PATH... --from " + name + " --name NAME'");
        }
    }
}
