package cadenza.training.engine;

import cadenza.recurrent.Activation;

/**
 * The loops between the matrix products. Every array is indexed with the same {@code j} from 0, so that the JIT
 * compiler vectorises them; Java 17 does not where offsets differ.
 */
final class Elementwise {
    private static final int TILE = 128;

    private Elementwise() {}

    static void add(float[] sum, float[] term) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += term[j];
        }
    }

    /** {@code sum += factor∗term}. */
    static void addScaled(float[] sum, float[] term, float factor) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * term[j];
        }
    }

    static void multiply(float[] values, float[] factors) {
        for (int j = 0; j < values.length; j++) {
            values[j] *= factors[j];
        }
    }

    static void product(float[] a, float[] b, float[] result) {
        for (int j = 0; j < result.length; j++) {
            result[j] = a[j] * b[j];
        }
    }

    /** {@code gate = σ(z + term)}. */
    static void sigmoid(float[] z, float[] term, float[] gate) {
        for (int j = 0; j < gate.length; j++) {
            gate[j] = 0.5f * Activation.tanh(0.5f * (z[j] + term[j])) + 0.5f;
        }
    }

    /** {@code candidate = tanh(z + term)}. */
    static void tanh(float[] z, float[] term, float[] candidate) {
        for (int j = 0; j < candidate.length; j++) {
            candidate[j] = Activation.tanh(z[j] + term[j]);
        }
    }

    /** {@code squashed = tanh(memory)} and {@code a = o∗squashed}. */
    static void squash(float[] memory, float[] o, float[] squashed, float[] a) {
        for (int j = 0; j < a.length; j++) {
            float s = Activation.tanh(memory[j]);
            squashed[j] = s;
            a[j] = o[j] * s;
        }
    }

    /** {@code h = u∗c + (1 − u)∗before}. */
    static void interpolate(float[] u, float[] c, float[] before, float[] h) {
        for (int j = 0; j < h.length; j++) {
            h[j] = before[j] + u[j] * (c[j] - before[j]);
        }
    }

    /** {@code memory = u∗candidate + f∗before}. */
    static void remember(float[] u, float[] candidate, float[] f, float[] before, float[] memory) {
        for (int j = 0; j < memory.length; j++) {
            memory[j] = u[j] * candidate[j] + f[j] * before[j];
        }
    }

    /** {@code z = d∗(1 − y²)}: back through tanh. */
    static void backTanh(float[] d, float[] y, float[] z) {
        for (int j = 0; j < z.length; j++) {
            z[j] = d[j] * (1f - y[j] * y[j]);
        }
    }

    /** Back through the interpolation of a GRU: to its gate, its candidate and, past both, the step before. */
    static void backInterpolate(
            float[] d, float[] u, float[] c, float[] before, float[] zu, float[] zc, float[] direct) {
        for (int j = 0; j < d.length; j++) {
            float toCandidate = d[j] * u[j];
            zu[j] = toCandidate * (1f - u[j]) * (c[j] - before[j]);
            zc[j] = toCandidate * (1f - c[j] * c[j]);
            direct[j] = d[j] - toCandidate;
        }
    }

    /** Back through {@code h = o∗tanh(c)}: to the output gate and, added, to the memory. */
    static void backOutput(float[] d, float[] squashed, float[] o, float[] zo, float[] toMemory) {
        for (int j = 0; j < d.length; j++) {
            float s = squashed[j];
            float through = d[j] * o[j];
            zo[j] = through * s * (1f - o[j]);
            toMemory[j] += through * (1f - s * s);
        }
    }

    /** Back through {@code c = u∗candidate}: to the update gate and the candidate. */
    static void backUpdate(float[] toMemory, float[] u, float[] candidate, float[] zu, float[] zc) {
        for (int j = 0; j < toMemory.length; j++) {
            float through = toMemory[j] * u[j];
            zu[j] = through * candidate[j] * (1f - u[j]);
            zc[j] = through * (1f - candidate[j] * candidate[j]);
        }
    }

    /** Back through {@code c = f∗before}: to the forget gate; {@code toMemory} becomes that of the step before. */
    static void backForget(float[] toMemory, float[] f, float[] before, float[] zf) {
        for (int j = 0; j < toMemory.length; j++) {
            float through = toMemory[j] * f[j];
            zf[j] = through * before[j] * (1f - f[j]);
            toMemory[j] = through;
        }
    }

    /** {@code direct += drh∗r} and {@code zr = drh∗before∗r∗(1 − r)}: back through {@code r∗before}. */
    static void backRelevance(float[] drh, float[] r, float[] before, float[] zr, float[] direct) {
        for (int j = 0; j < drh.length; j++) {
            float through = drh[j] * r[j];
            zr[j] = through * before[j] * (1f - r[j]);
            direct[j] += through;
        }
    }

    static void max(float[] values, float bias, float[] max) {
        for (int j = 0; j < max.length; j++) {
            max[j] = Math.max(max[j], values[j] + bias);
        }
    }

    /** {@code values = exp(values + bias − max)}, added up in {@code sum}. */
    static void exponential(float[] values, float bias, float[] max, float[] sum) {
        for (int j = 0; j < sum.length; j++) {
            float e = exponential(values[j] + bias - max[j]);
            values[j] = e;
            sum[j] += e;
        }
    }

    /** {@code values = exp(values − max)} with their own maximum. @return their sum */
    static float exponential(float[] values) {
        float max = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < values.length; j++) {
            max = Math.max(max, values[j]);
        }
        for (int j = 0; j < values.length; j++) {
            values[j] = exponential(values[j] - max);
        }
        return sum(values);
    }

    /** e to the x ≤ 0, relative error below 3e-7 (Cephes' expf: Cody-Waite reduction, polynomial of degree 5). */
    private static float exponential(float argument) {
        float x = Math.max(argument, -87f);
        float k = (int) (x * 1.44269504f - 0.5f);
        float f = x - k * 0.693359375f + k * 2.12194440e-4f;
        float p = 1.9875691500e-4f;
        p = p * f + 1.3981999507e-3f;
        p = p * f + 8.3334519073e-3f;
        p = p * f + 4.1665795894e-2f;
        p = p * f + 1.6666665459e-1f;
        p = p * f + 5.0000001201e-1f;
        p = p * f * f + f + 1f;
        return p * Float.intBitsToFloat(((int) k + 127) << 23);
    }

    static float sum(float[] values) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int j = 0;
        for (; j + 3 < values.length; j += 4) {
            a += values[j];
            b += values[j + 1];
            c += values[j + 2];
            d += values[j + 3];
        }
        for (; j < values.length; j++) {
            a += values[j];
        }
        return a + b + c + d;
    }

    /**
     * Turns {@code [rows][columns]} into {@code [columns][rows]}: eight rows at a time, which fill half a cache line of
     * each row of the target.
     */
    static void transpose(float[] source, int rows, int columns, float[] target) {
        // A tile at a time: its part of the target stays in the first cache until all its rows are written.
        for (int from = 0; from < columns; from += TILE) {
            transposeTile(source, rows, columns, from, Math.min(columns, from + TILE), target);
        }
    }

    private static void transposeTile(float[] source, int rows, int columns, int from, int to, float[] target) {
        int row = 0;
        for (; row + 7 < rows; row += 8) {
            transposeEight(source, row, rows, columns, from, to, target);
        }
        for (; row < rows; row++) {
            for (int column = from; column < to; column++) {
                target[column * rows + row] = source[row * columns + column];
            }
        }
    }

    private static void transposeEight(
            float[] source, int row, int rows, int columns, int from, int to, float[] target) {
        int row0 = row * columns;
        int row1 = row0 + columns;
        int row2 = row1 + columns;
        int row3 = row2 + columns;
        int row4 = row3 + columns;
        int row5 = row4 + columns;
        int row6 = row5 + columns;
        int row7 = row6 + columns;
        int at = from * rows + row;
        for (int column = from; column < to; column++) {
            target[at] = source[row0 + column];
            target[at + 1] = source[row1 + column];
            target[at + 2] = source[row2 + column];
            target[at + 3] = source[row3 + column];
            target[at + 4] = source[row4 + column];
            target[at + 5] = source[row5 + column];
            target[at + 6] = source[row6 + column];
            target[at + 7] = source[row7 + column];
            at += rows;
        }
    }
}
