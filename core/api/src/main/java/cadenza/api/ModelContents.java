package cadenza.api;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * All that a model file keeps for a generator: what {@link Model#contents()} gives and {@link Generator#open} takes.
 *
 * @param settings the network's shape and the codec's settings
 * @param vocabulary the tokens
 * @param tensors the weights by name, in the order in which they are written
 */
public record ModelContents(Settings settings, Vocabulary vocabulary, Map<String, Tensor> tensors) {
    public ModelContents {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(vocabulary, "vocabulary");
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /**
     * The values of a tensor that must be there in just this shape.
     *
     * @return the values in row-major order, not to be changed
     * @throws UserException if it is missing or has another shape
     */
    public float[] tensor(String name, int... shape) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new UserException("the weights lack the tensor '" + name + "'");
        }
        if (!Arrays.equals(tensor.shape(), shape)) {
            throw new UserException("the tensor '" + name + "' has the shape " + Arrays.toString(tensor.shape())
                    + ", not " + Arrays.toString(shape));
        }
        return tensor.values();
    }
}
