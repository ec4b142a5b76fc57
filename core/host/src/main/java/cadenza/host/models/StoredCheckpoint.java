package cadenza.host.models;

import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.Tensor;
import cadenza.api.TrainingCheckpoint;
import cadenza.api.UserException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A training that can be taken up again, as the file {@code NAME.checkpoint} keeps it. That is a model file
 * ({@link ModelFile}) of the best model so far: its card holds the run, and its tensors, beside the model's own, those of
 * the training under names that begin with {@value #STATE}. It takes about four times as much as the model.
 *
 * @param generator id of the generator that trains
 * @param generatorVersion version of its plugin
 * @param run what the training was asked for, for whoever takes it up
 */
public record StoredCheckpoint(String generator, String generatorVersion, Settings run, TrainingCheckpoint checkpoint) {
    /** The ending of the file's name. */
    public static final String ENDING = ".checkpoint";

    private static final String STATE = "state.";
    private static final String RUN = "run";
    private static final String COUNTERS = "state";

    /** The bytes of its file. */
    public byte[] bytes() {
        Map<String, Tensor> tensors = new LinkedHashMap<>(checkpoint.best().tensors());
        checkpoint.tensors().forEach((name, tensor) -> tensors.put(STATE + name, tensor));
        Settings card = Settings.empty().with(RUN, run).with(COUNTERS, checkpoint.settings());
        return ModelFile.bytes(new StoredModel(
                generator,
                generatorVersion,
                card,
                new ModelContents(
                        checkpoint.best().settings(), checkpoint.best().vocabulary(), tensors)));
    }

    /** Reads one. @throws UserException naming the file and the fault */
    public static StoredCheckpoint read(Path file) {
        StoredModel stored = ModelFile.read(file);
        if (!stored.card().has(RUN) || !stored.card().has(COUNTERS)) {
            throw new UserException("'" + file + "' is a model, and no checkpoint of a training; give the name of one");
        }
        Map<String, Tensor> best = new LinkedHashMap<>();
        Map<String, Tensor> state = new LinkedHashMap<>();
        stored.contents().tensors().forEach((name, tensor) -> {
            if (name.startsWith(STATE)) {
                state.put(name.substring(STATE.length()), tensor);
            } else {
                best.put(name, tensor);
            }
        });
        return new StoredCheckpoint(
                stored.generator(),
                stored.generatorVersion(),
                stored.card().settings(RUN),
                new TrainingCheckpoint(
                        new ModelContents(
                                stored.contents().settings(), stored.contents().vocabulary(), best),
                        stored.card().settings(COUNTERS),
                        state));
    }
}
