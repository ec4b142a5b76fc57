package cadenza.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sums are those of a plain loop, whatever is left over from four rows or from a vector. */
class RowsTest {
    private final Random random = new Random(6);

    private float[][] matrix(int rows, int columns) {
        float[][] matrix = new float[rows][columns];
        for (float[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = (float) random.nextGaussian();
            }
        }
        return matrix;
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "3, 5, 2", "4, 16, 1", "7, 65, 3", "256, 33, 16"})
    void weightedRowsAreAddedInEveryLane(int rows, int width, int lanes) {
        float[][] weights = matrix(rows, width);
        float[][] factors = matrix(lanes, rows);
        float[][] before = matrix(lanes, width);
        float[][] sums = new float[lanes][];
        for (int lane = 0; lane < lanes; lane++) {
            sums[lane] = before[lane].clone();
        }
        Rows.addWeighted(weights, factors, sums);
        for (int lane = 0; lane < lanes; lane++) {
            for (int j = 0; j < width; j++) {
                double expected = before[lane][j];
                for (int row = 0; row < rows; row++) {
                    expected += (double) factors[lane][row] * weights[row][j];
                }
                assertThat((double) sums[lane][j]).isCloseTo(expected, within(1e-4));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "7", "64"})
    void selectedRowsAreAddedAndNegativeUnitsAreNone(int width) {
        float[][] rows = matrix(5, width);
        float[] sum = new float[width];
        Rows.addSelected(rows, new int[] {2, -1, 4}, sum);
        for (int j = 0; j < width; j++) {
            assertThat(sum[j]).isEqualTo(0f + rows[2][j] + rows[4][j]);
        }
    }
}
