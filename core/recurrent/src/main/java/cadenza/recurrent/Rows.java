package cadenza.recurrent;

/**
 * Sums of weighted rows, the one operation that decides the speed of a step.
 *
 * <p>The layout is what makes it fast: each row is an array of its own, four rows are added in one loop, and no array
 * index has an offset. Only then does the JIT compiler see that the loop can be vectorised; with one flat array and
 * offsets it runs five times slower, with eight rows a loop four times slower on Java 17. The fused multiply-adds are
 * exactly rounded and taken in a fixed order, so the sums are the same bits everywhere.
 */
final class Rows {
    private Rows() {}

    /**
     * {@code sums[lane] += Σ factors[lane][k] · rows[k]} for each lane, each row as wide as a sum. Four rows serve
     * all lanes while they are in the first cache, so that the weights come from memory once. A lane's sum is the same
     * bits however many lanes there are.
     */
    static void addWeighted(float[][] rows, float[][] factors, float[][] sums) {
        int k = 0;
        for (; k + 3 < rows.length; k += 4) {
            for (int lane = 0; lane < sums.length; lane++) {
                float[] own = factors[lane];
                add(
                        sums[lane],
                        rows[k],
                        rows[k + 1],
                        rows[k + 2],
                        rows[k + 3],
                        own[k],
                        own[k + 1],
                        own[k + 2],
                        own[k + 3]);
            }
        }
        for (; k < rows.length; k++) {
            for (int lane = 0; lane < sums.length; lane++) {
                add(sums[lane], rows[k], factors[lane][k]);
            }
        }
    }

    /** {@code sum += Σ rows[unit]} over the units that are on; negative units stand for none. */
    static void addSelected(float[][] rows, int[] units, float[] sum) {
        for (int unit : units) {
            if (unit >= 0) {
                add(sum, rows[unit]);
            }
        }
    }

    private static void add(
            float[] sum, float[] row0, float[] row1, float[] row2, float[] row3, float a, float b, float c, float d) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] = Math.fma(a, row0[j], Math.fma(b, row1[j], Math.fma(c, row2[j], Math.fma(d, row3[j], sum[j]))));
        }
    }

    private static void add(float[] sum, float[] row, float factor) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] = Math.fma(factor, row[j], sum[j]);
        }
    }

    private static void add(float[] sum, float[] row) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += row[j];
        }
    }
}
