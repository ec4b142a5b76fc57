package cadenza.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every loop does what its formula says, at lengths that are and are not multiples of a vector. */
class ElementwiseTest {
    private static final double TOLERANCE = 2e-6;

    private final Random random = new Random(5);

    private float[] values(int length) {
        float[] values = new float[length];
        for (int j = 0; j < length; j++) {
            values[j] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Like values of gates, within (0, 1). */
    private float[] gates(int length) {
        float[] gates = new float[length];
        for (int j = 0; j < length; j++) {
            gates[j] = random.nextFloat();
        }
        return gates;
    }

    private interface Formula {
        double at(int j);
    }

    private static void assertFollows(float[] actual, Formula formula) {
        for (int j = 0; j < actual.length; j++) {
            double expected = formula.at(j);
            assertThat((double) actual[j])
                    .as("element " + j)
                    .isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 1001})
    void activationsReadTheirSumAndTerm(int length) {
        float[] z = values(length);
        float[] term = values(length);
        float[] actual = new float[length];
        Elementwise.sigmoid(z, term, actual);
        assertFollows(actual, j -> 1 / (1 + Math.exp(-((double) z[j] + term[j]))));
        Elementwise.tanh(z, term, actual);
        assertFollows(actual, j -> Math.tanh((double) z[j] + term[j]));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 1001})
    void anLstmGoesForwardAsItsFormulasSay(int length) {
        float[] update = gates(length);
        float[] forget = gates(length);
        float[] output = gates(length);
        float[] candidate = values(length);
        float[] before = values(length);
        float[] memory = new float[length];
        Elementwise.remember(update, candidate, forget, before, memory);
        assertFollows(memory, j -> (double) update[j] * candidate[j] + (double) forget[j] * before[j]);
        float[] squashed = new float[length];
        float[] a = new float[length];
        Elementwise.squash(memory, output, squashed, a);
        assertFollows(squashed, j -> Math.tanh(memory[j]));
        assertFollows(a, j -> output[j] * Math.tanh(memory[j]));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 1001})
    void anLstmGoesBackAsTheChainRuleSays(int length) {
        float[] error = values(length);
        float[] squashed = gates(length);
        float[] output = gates(length);
        float[] later = values(length);
        float[] toOutput = new float[length];
        float[] toMemory = later.clone();
        Elementwise.backOutput(error, squashed, output, toOutput, toMemory);
        assertFollows(toOutput, j -> (double) error[j] * squashed[j] * output[j] * (1.0 - output[j]));
        assertFollows(
                toMemory, j -> later[j] + (double) error[j] * output[j] * (1.0 - (double) squashed[j] * squashed[j]));

        float[] memoryError = toMemory.clone();
        float[] update = gates(length);
        float[] candidate = gates(length);
        float[] toUpdate = new float[length];
        float[] toCandidate = new float[length];
        Elementwise.backUpdate(toMemory, update, candidate, toUpdate, toCandidate);
        assertFollows(toUpdate, j -> (double) memoryError[j] * candidate[j] * update[j] * (1.0 - update[j]));
        assertFollows(
                toCandidate, j -> (double) memoryError[j] * update[j] * (1.0 - (double) candidate[j] * candidate[j]));

        float[] forget = gates(length);
        float[] before = values(length);
        float[] toForget = new float[length];
        Elementwise.backForget(toMemory, forget, before, toForget);
        assertFollows(toForget, j -> (double) memoryError[j] * before[j] * forget[j] * (1.0 - forget[j]));
        assertFollows(toMemory, j -> (double) memoryError[j] * forget[j]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 1001})
    void aGruGoesForwardAndBackAsItsFormulasSay(int length) {
        float[] update = gates(length);
        float[] candidate = gates(length);
        float[] before = values(length);
        float[] a = new float[length];
        Elementwise.interpolate(update, candidate, before, a);
        assertFollows(a, j -> (double) update[j] * candidate[j] + (1.0 - update[j]) * before[j]);

        float[] error = values(length);
        float[] toUpdate = new float[length];
        float[] toCandidate = new float[length];
        float[] direct = new float[length];
        Elementwise.backInterpolate(error, update, candidate, before, toUpdate, toCandidate, direct);
        assertFollows(
                toUpdate, j -> (double) error[j] * ((double) candidate[j] - before[j]) * update[j] * (1.0 - update[j]));
        assertFollows(toCandidate, j -> (double) error[j] * update[j] * (1.0 - (double) candidate[j] * candidate[j]));
        assertFollows(direct, j -> (double) error[j] * (1.0 - update[j]));

        float[] alreadyDirect = direct.clone();
        float[] toProduct = values(length);
        float[] relevance = gates(length);
        float[] toRelevance = new float[length];
        Elementwise.backRelevance(toProduct, relevance, before, toRelevance, direct);
        assertFollows(toRelevance, j -> (double) toProduct[j] * before[j] * relevance[j] * (1.0 - relevance[j]));
        assertFollows(direct, j -> alreadyDirect[j] + (double) toProduct[j] * relevance[j]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 1001})
    void sumsAndProductsAreThoseOfTheirElements(int length) {
        float[] a = values(length);
        float[] b = values(length);
        float[] result = new float[length];
        Elementwise.product(a, b, result);
        assertFollows(result, j -> (double) a[j] * b[j]);
        float[] sum = a.clone();
        Elementwise.add(sum, b);
        assertFollows(sum, j -> (double) a[j] + b[j]);
        float[] product = a.clone();
        Elementwise.multiply(product, b);
        assertFollows(product, j -> (double) a[j] * b[j]);
        Elementwise.backTanh(a, b, result);
        assertFollows(result, j -> a[j] * (1.0 - (double) b[j] * b[j]));
        double total = 0;
        for (float value : a) {
            total += value;
        }
        assertThat((double) Elementwise.sum(a)).isCloseTo(total, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 1001})
    void theSoftmaxLoopsGiveExponentialsAndTheirSums(int length) {
        float[] logits = values(length);
        float[] max = values(length);
        float[] highest = max.clone();
        Elementwise.max(logits, 0.25f, highest);
        assertFollows(highest, j -> Math.max(max[j], logits[j] + 0.25));
        float[] sum = values(length);
        float[] sumBefore = sum.clone();
        float[] exponentials = logits.clone();
        Elementwise.exponential(exponentials, 0.25f, highest, sum);
        assertFollows(exponentials, j -> Math.exp(logits[j] + 0.25 - highest[j]));
        assertFollows(sum, j -> sumBefore[j] + Math.exp(logits[j] + 0.25 - highest[j]));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 9", "9, 1", "8, 8", "7, 16", "16, 7", "33, 65", "64, 48"})
    void rowsBecomeColumns(int rows, int columns) {
        float[] source = values(rows * columns);
        float[] target = new float[rows * columns];
        Elementwise.transpose(source, rows, columns, target);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                assertThat(target[column * rows + row]).isEqualTo(source[row * columns + column]);
            }
        }
    }
}
