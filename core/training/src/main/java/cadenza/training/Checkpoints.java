package cadenza.training;

import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.Tensor;
import cadenza.api.TrainingCheckpoint;
import cadenza.api.UserException;
import cadenza.recurrent.NetworkContents;
import cadenza.recurrent.NetworkShape;
import cadenza.recurrent.NetworkWeights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@link TrainingState}s as {@link TrainingCheckpoint}s, which a host can keep in a file, and back. */
final class Checkpoints {
    private static final String COUNTERS = "counters";
    private static final String VALIDATED = "validated";
    private static final String MOMENTS = "moments";
    private static final String LANES = "lanes";

    private Checkpoints() {}

    /** @param model makes a model of weights */
    static TrainingCheckpoint of(TrainingState state, Function<NetworkWeights, ? extends Model> model) {
        Map<String, Tensor> tensors = new LinkedHashMap<>(state.weights().toTensors());
        tensors.put(MOMENTS, vector(state.moments()));
        tensors.put(LANES, vector(state.lanes()));
        return new TrainingCheckpoint(
                model.apply(state.best().orElse(state.weights())).contents(),
                Settings.empty()
                        .with(COUNTERS, state.counters().toSettings())
                        .with(VALIDATED, state.best().isPresent()),
                tensors);
    }

    private static Tensor vector(float[] values) {
        return new Tensor(new int[] {values.length}, values);
    }

    /** @throws UserException if something is missing or misshapen */
    static TrainingState state(TrainingCheckpoint checkpoint) {
        NetworkWeights best = NetworkContents.weights(checkpoint.best());
        NetworkShape shape = best.shape();
        ModelContents now =
                new ModelContents(Settings.empty(), checkpoint.best().vocabulary(), checkpoint.tensors());
        return new TrainingState(
                TrainingCounters.of(checkpoint.settings().settings(COUNTERS)),
                NetworkWeights.of(shape, now),
                checkpoint.settings().flag(VALIDATED) ? Optional.of(best) : Optional.empty(),
                now.tensor(MOMENTS, Math.toIntExact(2 * shape.parameters())),
                values(now, LANES));
    }

    private static float[] values(ModelContents contents, String name) {
        Tensor tensor = contents.tensors().get(name);
        if (tensor == null) {
            throw new UserException("the checkpoint lacks the tensor '" + name + "'");
        }
        return tensor.values();
    }
}
