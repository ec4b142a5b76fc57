package cadenza.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cadenza.recurrent.SelectedScores;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Loss and gradient of shared scores are those of the dense formula, computed in double precision. */
class SharedScoresTest {
    private static final int SCORES = 11;
    private static final int TOKENS = 7;
    private static final int TERMS = 3;
    private static final int CELLS = 20;
    private static final float SCALE = 0.25f;

    private final Random random = new Random(3);
    private final float[][] rows = new float[SCORES][CELLS];
    private final float[] bias = new float[SCORES];
    private final SelectedScores[] selected = new SelectedScores[CELLS];
    private final int[] targets = new int[CELLS];

    private void fill() {
        for (float[] row : rows) {
            for (int cell = 0; cell < CELLS; cell++) {
                row[cell] = (float) random.nextGaussian();
            }
        }
        for (int score = 0; score < SCORES; score++) {
            bias[score] = (float) random.nextGaussian();
        }
        for (int cell = 0; cell < CELLS; cell++) {
            int[] indices = new int[TOKENS * TERMS];
            Arrays.fill(indices, -1);
            for (int token = 0; token < TOKENS; token++) {
                // Token 5 cannot come next; some have fewer terms.
                int count = token == 5 ? 0 : 1 + random.nextInt(TERMS);
                for (int term = 0; term < count; term++) {
                    indices[token * TERMS + term] = random.nextInt(SCORES);
                }
            }
            selected[cell] = new SelectedScores(TERMS, indices);
            targets[cell] = random.nextInt(4) == 0 ? -1 : random.nextInt(5);
        }
    }

    @Test
    void lossAndGradientAreThoseOfTheDenseFormula() {
        fill();
        double[][] wanted = new double[SCORES][CELLS];
        double loss = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            if (targets[cell] >= 0) {
                loss += dense(cell, wanted);
            }
        }
        double found = new SharedScores(SCORES, CELLS).run(rows, bias, selected, targets, SCALE);
        assertThat(found).isCloseTo(loss, within(1e-5));
        for (int score = 0; score < SCORES; score++) {
            for (int cell = 0; cell < CELLS; cell++) {
                assertThat((double) rows[score][cell]).isCloseTo(wanted[score][cell], within(1e-6));
            }
        }
    }

    @Test
    void severalTargetsOfAPlaceAddUpTheirLossesAndGradients() {
        fill();
        float[][] once = new float[SCORES][];
        for (int score = 0; score < SCORES; score++) {
            once[score] = rows[score].clone();
        }
        SelectedScores[] twice = new SelectedScores[2 * CELLS];
        int[] pairs = new int[2 * CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            // The second target of a place is that of the next place, of which there may be none.
            twice[2 * cell] = selected[cell];
            pairs[2 * cell] = targets[cell];
            twice[2 * cell + 1] = selected[(cell + 1) % CELLS];
            pairs[2 * cell + 1] = targets[(cell + 1) % CELLS];
        }
        double[][] wanted = new double[SCORES][CELLS];
        double loss = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            if (targets[cell] >= 0) {
                loss += dense(cell, wanted);
            }
        }
        int[] first = targets.clone();
        SelectedScores[] firstSelected = selected.clone();
        for (int cell = 0; cell < CELLS; cell++) {
            targets[cell] = first[(cell + 1) % CELLS];
            selected[cell] = firstSelected[(cell + 1) % CELLS];
        }
        for (int cell = 0; cell < CELLS; cell++) {
            if (targets[cell] >= 0) {
                loss += dense(cell, wanted);
            }
        }
        assertThat(new SharedScores(SCORES, CELLS).run(once, bias, twice, pairs, SCALE))
                .isCloseTo(loss, within(1e-5));
        for (int score = 0; score < SCORES; score++) {
            for (int cell = 0; cell < CELLS; cell++) {
                assertThat((double) once[score][cell]).isCloseTo(wanted[score][cell], within(1e-6));
            }
        }
    }

    /** ∂L/∂scores = Sᵀ·(softmax(S·scores) − onehot(target)) · scale. */
    private double dense(int cell, double[][] gradient) {
        double[][] matrix = new double[TOKENS][SCORES];
        double[] weights = new double[TOKENS];
        double sum = 0;
        for (int token = 0; token < TOKENS; token++) {
            double logit = 0;
            boolean possible = false;
            for (int term = 0; term < TERMS; term++) {
                int score = selected[cell].indices()[token * TERMS + term];
                if (score >= 0) {
                    matrix[token][score]++;
                    logit += rows[score][cell] + bias[score];
                    possible = true;
                }
            }
            weights[token] = possible ? Math.exp(logit) : 0;
            sum += weights[token];
        }
        for (int token = 0; token < TOKENS; token++) {
            double error = weights[token] / sum - (token == targets[cell] ? 1 : 0);
            for (int score = 0; score < SCORES; score++) {
                gradient[score][cell] += matrix[token][score] * error * SCALE;
            }
        }
        return -Math.log(weights[targets[cell]] / sum);
    }

    @Test
    void aPlaceWithoutATargetHasNoGradient() {
        fill();
        Arrays.fill(targets, -1);
        Arrays.fill(selected, null);
        assertThat(new SharedScores(SCORES, CELLS).run(rows, bias, selected, targets, SCALE))
                .isZero();
        for (float[] row : rows) {
            assertThat(row).containsOnly(0f);
        }
    }
}
