package cadenza.host.verification;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Asks a built plugin for all that its generators promise. A service: {@link java.util.ServiceLoader} finds it. */
public interface PluginVerifier {
    /**
     * Loads a plugin, has it train on little, and looks at it from all sides.
     *
     * @param plugin its jar, or the folder of its project
     * @param options of the training, by name, as they are written on a command line; the others fit the corpus
     * @param corpus files and folders to train on; if there are none, a tiny corpus of the plugin's medium serves
     * @param results hears of each promise as soon as it was asked
     * @throws cadenza.api.UserException for an option that the generator does not have, or a value out of its range
     * @throws cadenza.host.plugins.PluginException if the plugin fails before it can be asked
     */
    void verify(Path plugin, Map<String, String> options, List<Path> corpus, Consumer<CheckResult> results);
}
