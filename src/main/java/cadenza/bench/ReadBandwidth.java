package cadenza.bench;

import cadenza.api.ModelContents;
import cadenza.api.Tensor;
import cadenza.api.benchmark.Workload;
import java.time.Duration;
import java.util.List;

/**
 * The bound of sampling one generation: tokens a second if a token were nothing but reading once, from whichever cache
 * they fit into, the weights that it needs. Four rows are summed into one, as the network's own loops do, without the
 * multiplying; the first layer's input weights are left out, of which a one-hot input takes a single row.
 */
final class ReadBandwidth implements Workload {
    private static final String LOOKED_UP = "layer.0.forward.input";

    private final List<Matrix> matrices;

    /** @param contents of a recurrent model, whose weights give the shapes */
    ReadBandwidth(ModelContents contents) {
        matrices = contents.tensors().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(LOOKED_UP))
                .map(entry -> entry.getValue())
                .filter(tensor -> tensor.shape().length == 2)
                .map(ReadBandwidth::zeros)
                .toList();
    }

    /** @param sum as wide as a row */
    private record Matrix(float[][] rows, float[] sum) {}

    private static Matrix zeros(Tensor tensor) {
        return new Matrix(new float[tensor.shape()[0]][tensor.shape()[1]], new float[tensor.shape()[1]]);
    }

    @Override
    public long run(Duration about) {
        long began = System.nanoTime();
        long tokens = 0;
        do {
            matrices.forEach(matrix -> read(matrix.rows, matrix.sum));
            tokens++;
        } while (System.nanoTime() - began < about.toNanos());
        return tokens;
    }

    private static void read(float[][] rows, float[] sum) {
        int row = 0;
        for (; row + 3 < rows.length; row += 4) {
            add(sum, rows[row], rows[row + 1], rows[row + 2], rows[row + 3]);
        }
        for (; row < rows.length; row++) {
            add(sum, rows[row]);
        }
    }

    // Loops of their own over one index without offsets: only so are they vectorised.

    private static void add(float[] sum, float[] row0, float[] row1, float[] row2, float[] row3) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += (row0[j] + row1[j]) + (row2[j] + row3[j]);
        }
    }

    private static void add(float[] sum, float[] row) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += row[j];
        }
    }
}
