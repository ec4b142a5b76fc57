package cadenza.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ActivationTest {
    private static final int VALUES = 2_000_001;

    private static float[] sweep(float from, float to) {
        float[] values = new float[VALUES];
        for (int i = 0; i < VALUES; i++) {
            values[i] = from + (to - from) * i / (VALUES - 1);
        }
        return values;
    }

    private static double furthest(Consumer<float[]> activation, DoubleUnaryOperator exact, float from, float to) {
        float[] x = sweep(from, to);
        float[] y = x.clone();
        activation.accept(y);
        double furthest = 0;
        for (int i = 0; i < x.length; i++) {
            furthest = Math.max(furthest, Math.abs(y[i] - exact.applyAsDouble(x[i])));
        }
        return furthest;
    }

    @Test
    void tanhIsRightToSinglePrecision() {
        assertThat(furthest(Activation::tanh, Math::tanh, -10, 10)).isLessThan(4.5e-7);
        assertThat(furthest(Activation::tanh, Math::tanh, -0.01f, 0.01f)).isLessThan(1e-8);
    }

    @Test
    void theLogisticFunctionIsRightToSinglePrecision() {
        assertThat(furthest(Activation::sigmoid, x -> 1 / (1 + Math.exp(-x)), -20, 20))
                .isLessThan(2.5e-7);
    }

    @Test
    void extremesAreTheLimits() {
        float[] values = {Float.MAX_VALUE, -Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0, -0f};
        float[] tanh = values.clone();
        Activation.tanh(tanh);
        float[] sigmoid = values.clone();
        Activation.sigmoid(sigmoid);
        for (int i = 0; i < values.length; i++) {
            assertThat((double) tanh[i]).isCloseTo(Math.tanh(values[i]), within(4.5e-7));
            assertThat((double) sigmoid[i]).isCloseTo(1 / (1 + Math.exp(-(double) values[i])), within(4.5e-7));
        }
    }

    @Test
    void tanhIsOddAndNeverBeyondOne() {
        float[] right = sweep(0, 12);
        float[] left = right.clone();
        for (int i = 0; i < left.length; i++) {
            left[i] = -left[i];
        }
        Activation.tanh(right);
        Activation.tanh(left);
        float highest = 0;
        for (int i = 0; i < right.length; i++) {
            if (left[i] != -right[i]) {
                assertThat(left[i]).as("tanh of " + i).isEqualTo(-right[i]);
            }
            highest = Math.max(highest, right[i]);
        }
        assertThat(highest).isBetween(0.9999f, 1.0000004f);
    }
}
