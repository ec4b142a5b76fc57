package cadenza.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The products are those of three nested loops, in dense and in padded matrices. */
class BlasTest {
    private final Random random = new Random(8);

    private Matrix matrix(int rows, int columns, float[] values, boolean padded) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Matrix matrix = padded ? Matrix.padded(rows, columns) : Matrix.dense(rows, columns);
        matrix.put(0, 0, values, rows, columns);
        return matrix;
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 0", "5, 3, 7, 1", "64, 32, 16, 0", "33, 17, 65, 1"})
    void aProductAddsToWhatBetaKeeps(int m, int n, int k, float beta) {
        float[] a = new float[m * k];
        float[] b = new float[k * n];
        float[] c = new float[m * n];
        try (Matrix left = matrix(m, k, a, true);
                Matrix right = matrix(k, n, b, false);
                Matrix result = matrix(m, n, c, true)) {
            Blas.multiply(
                    m,
                    n,
                    k,
                    left.at(0, 0),
                    left.stride(),
                    right.at(0, 0),
                    right.stride(),
                    beta,
                    result.at(0, 0),
                    result.stride());
            float[] actual = new float[m * n];
            result.get(0, 0, actual, m, n);
            for (int row = 0; row < m; row++) {
                for (int column = 0; column < n; column++) {
                    double sum = beta * c[row * n + column];
                    for (int i = 0; i < k; i++) {
                        sum += (double) a[row * k + i] * b[i * n + column];
                    }
                    assertThat((double) actual[row * n + column]).isCloseTo(sum, within(1e-4));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "5, 3, 7", "64, 32, 16", "33, 17, 65"})
    void aProductWithATransposeReadsItsRows(int m, int n, int k) {
        float[] a = new float[m * k];
        float[] b = new float[n * k];
        try (Matrix left = matrix(m, k, a, true);
                Matrix right = matrix(n, k, b, true);
                Matrix result = Matrix.dense(m, n)) {
            Blas.multiplyTransposed(
                    m,
                    n,
                    k,
                    left.at(0, 0),
                    left.stride(),
                    right.at(0, 0),
                    right.stride(),
                    result.at(0, 0),
                    result.stride());
            float[] actual = new float[m * n];
            result.get(0, 0, actual, m, n);
            for (int row = 0; row < m; row++) {
                for (int column = 0; column < n; column++) {
                    double sum = 0;
                    for (int i = 0; i < k; i++) {
                        sum += (double) a[row * k + i] * b[column * k + i];
                    }
                    assertThat((double) actual[row * n + column]).isCloseTo(sum, within(1e-4));
                }
            }
        }
    }
}
