package cadenza.host.verification;

import cadenza.api.Corpus;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks a built plugin for all that its generators promise. A service: {@link java.util.ServiceLoader} finds it. */
public interface PluginVerifier {
    /**
     * Loads a plugin, has it train on little, and looks at it from all sides.
     *
     * @param plugin its jar, or the folder of its project
     * @param options of the training, by name, as they are written on a command line; the others fit the corpus
     * @param corpus to train on; if empty, a tiny one of the plugin's medium
     * @param results hears of each promise as soon as it was asked
     * @throws cadenza.api.UserException for an option that the generator does not have, or a value out of its range
     * @throws cadenza.host.plugins.PluginException if the plugin cannot be loaded at all
     */
    void verify(Path plugin, Map<String, String> options, Optional<Corpus> corpus, Consumer<CheckResult> results);
}
