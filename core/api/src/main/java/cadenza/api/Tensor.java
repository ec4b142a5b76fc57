package cadenza.api;

import java.util.Arrays;
import java.util.Objects;

/**
 * Named weights of a model: single-precision numbers in row-major order.
 *
 * @param shape sizes of the dimensions, each 1 or more
 * @param values as many as the product of the shape, all finite; not copied, and not to be changed by anyone
 */
public record Tensor(int[] shape, float[] values) {
    public Tensor {
        Objects.requireNonNull(values, "values");
        long size = 1;
        for (int length : shape) {
            if (length < 1) {
                throw new IllegalArgumentException("shape " + Arrays.toString(shape) + " has a size below 1");
            }
            size = Math.multiplyExact(size, length);
        }
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " does not hold " + values.length + " values");
        }
    }

    /** By content, so that round trips can be compared. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor
                && Arrays.equals(tensor.shape, shape)
                && Arrays.equals(tensor.values, values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "tensor " + Arrays.toString(shape);
    }
}
