package cadenza.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerTest {
    private static final int DRAWS = 10_000;

    /** The logits of probabilities 0.4, 0.3, 0.2 and 0.1. */
    private static final float[] FOUR = {
        (float) Math.log(0.4), (float) Math.log(0.3), (float) Math.log(0.2), (float) Math.log(0.1)
    };

    private static Sampler sampler(double temperature, int topK, double topP, int size) {
        return new Sampler(new SamplerSettings(temperature, topK, topP), new Xoshiro256(7), size);
    }

    private static boolean[] all(int size) {
        boolean[] allowed = new boolean[size];
        Arrays.fill(allowed, true);
        return allowed;
    }

    private static double[] shares(Sampler sampler, float[] logits, boolean[] allowed) {
        double[] shares = new double[logits.length];
        for (int i = 0; i < DRAWS; i++) {
            shares[sampler.choose(logits, allowed)] += 1.0 / DRAWS;
        }
        return shares;
    }

    @Test
    void atTemperatureZeroTheLikeliestIsTakenAndOfEqualsTheFirst() {
        Sampler greedy = sampler(0, 0, 1, 5);
        assertThat(greedy.choose(new float[] {0, 3, 1, 3, 2}, all(5))).isEqualTo(1);
        assertThat(greedy.choose(new float[] {0, 3, 1, 3, 2}, new boolean[] {true, false, true, true, true}))
                .isEqualTo(3);
        assertThat(greedy.choose(new float[] {-5, -5, -5, -5, -5}, all(5))).isZero();
        assertThat(greedy.choose(new float[5], new boolean[] {false, false, true, true, false}))
                .isEqualTo(2);
    }

    @Test
    void atTemperatureOneTokensComeAsOftenAsTheModelSays() {
        assertThat(shares(sampler(1, 0, 1, 4), FOUR, all(4)))
                .containsExactly(new double[] {0.4, 0.3, 0.2, 0.1}, within(0.015));
    }

    @Test
    void minPLeavesWhatIsNotFarBehindTheLikeliest() {
        Sampler half = new Sampler(new SamplerSettings(1, 0, 1, 0.45), new Xoshiro256(7), 4);
        assertThat(shares(half, FOUR, all(4)))
                .containsExactly(new double[] {4 / 9.0, 3 / 9.0, 2 / 9.0, 0}, within(0.015));
        Sampler cold = new Sampler(new SamplerSettings(0.5, 2, 1, 0.5), new Xoshiro256(7), 4);
        assertThat(shares(cold, FOUR, all(4))).containsExactly(new double[] {16 / 25.0, 9 / 25.0, 0, 0}, within(0.015));
    }

    @Test
    void temperatureSharpensAndFlattens() {
        // Probabilities to the power of 1/T, made to sum to 1 again: 16:9:4:1 of 30, and roots.
        assertThat(shares(sampler(0.5, 0, 1, 4), FOUR, all(4)))
                .containsExactly(new double[] {16 / 30.0, 9 / 30.0, 4 / 30.0, 1 / 30.0}, within(0.015));
        double roots = Math.sqrt(0.4) + Math.sqrt(0.3) + Math.sqrt(0.2) + Math.sqrt(0.1);
        assertThat(shares(sampler(2, 0, 1, 4), FOUR, all(4)))
                .containsExactly(
                        new double[] {
                            Math.sqrt(0.4) / roots,
                            Math.sqrt(0.3) / roots,
                            Math.sqrt(0.2) / roots,
                            Math.sqrt(0.1) / roots
                        },
                        within(0.015));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 4", // all
        "4, 1, 4",
        "9, 1, 4", // more than there are
        "3, 1, 3",
        "2, 1, 2",
        "1, 1, 1",
        "0, 0.95, 4",
        "0, 0.89, 3",
        "0, 0.71, 3",
        "0, 0.69, 2",
        "0, 0.41, 2",
        "0, 0.39, 1",
        "0, 1e-9, 1",
        "3, 0.99, 3", // top-p is of what top-k leaves: 0.4, 0.3 and 0.2 of 0.9
        "3, 0.77, 2", // 0.7 / 0.9 = 0.777…
        "3, 0.78, 3",
        "1, 0.5, 1"
    })
    void topKAndTopPKeepJustTheLikeliest(int topK, double topP, int kept) {
        double[] shares = shares(sampler(1, topK, topP, 4), FOUR, all(4));
        double[] probabilities = {0.4, 0.3, 0.2, 0.1};
        double sum = IntStream.range(0, kept).mapToDouble(i -> probabilities[i]).sum();
        for (int token = 0; token < 4; token++) {
            if (token < kept) {
                assertThat(shares[token]).isCloseTo(probabilities[token] / sum, within(0.015));
            } else {
                assertThat(shares[token]).isZero();
            }
        }
    }

    @Test
    void temperatureComesBeforeTopP() {
        // Flattened at T = 100 to a quarter each, 0.7 takes three.
        double[] shares = shares(sampler(100, 0, 0.7, 4), FOUR, all(4));
        assertThat(shares[2]).isCloseTo(0.33, within(0.02));
        assertThat(shares[3]).isZero();
    }

    @Test
    void ofALargeVocabularyTopKKeepsTheLikeliestToo() {
        // Weights of 0, 1, 2, ... 999, in a shuffled order: the 3 likeliest have 997, 998 and 999.
        float[] logits = new float[1000];
        for (int token = 0; token < logits.length; token++) {
            logits[token] = (float) Math.log(token * 7 % 1000);
        }
        logits[0] = -100;
        double[] shares = shares(sampler(1, 3, 1, 1000), logits, all(1000));
        for (int token = 0; token < logits.length; token++) {
            int weight = token * 7 % 1000;
            assertThat(shares[token]).isCloseTo(weight < 997 ? 0 : weight / 2994.0, within(weight < 997 ? 0 : 0.015));
        }
    }

    @Test
    void ofEqualTokensTopKKeepsTheFirst() {
        double[] shares = shares(sampler(1, 2, 1, 4), new float[4], all(4));
        assertThat(shares).containsExactly(new double[] {0.5, 0.5, 0, 0}, within(0.015));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "1, 0, 1",
        "100, 0, 1",
        "1, 3, 1",
        "1, 40, 1",
        "1, 0, 0.9",
        "1, 0, 0.999999999999",
        "0.01, 5, 0.5"
    })
    void aTokenThatIsNotAllowedIsNeverChosen(double temperature, int topK, double topP) {
        float[] logits = new float[40];
        boolean[] allowed = new boolean[40];
        for (int token = 0; token < 40; token++) {
            logits[token] = token * 3 % 40;
            allowed[token] = token % 5 == 2;
        }
        Sampler sampler = sampler(temperature, topK, topP, 40);
        for (int i = 0; i < DRAWS; i++) {
            assertThat(allowed[sampler.choose(logits, allowed)]).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "1, 0, 1", "1, 3, 1", "1, 0, 0.5"})
    void theOnlyAllowedTokenIsChosenHoweverUnlikely(double temperature, int topK, double topP) {
        float[] logits = {1e30f, -1e30f, 1e30f};
        boolean[] allowed = {false, true, false};
        Sampler sampler = sampler(temperature, topK, topP, 3);
        for (int i = 0; i < 100; i++) {
            assertThat(sampler.choose(logits, allowed)).isEqualTo(1);
        }
    }

    @Test
    void extremeLogitsAndTemperaturesAreNoTrouble() {
        float[] logits = {Float.MAX_VALUE, -Float.MAX_VALUE, Float.MAX_VALUE, 0};
        assertThat(shares(sampler(1e-300, 0, 1, 4), logits, all(4)))
                .containsExactly(new double[] {0.5, 0, 0.5, 0}, within(0.015));
        assertThat(shares(sampler(100, 0, 0.9, 4), logits, all(4)))
                .containsExactly(new double[] {0.5, 0, 0.5, 0}, within(0.015));
    }

    @Test
    void theSameSeedMakesTheSameChoices() {
        for (double topP : new double[] {1, 0.8}) {
            int[] first = choices(sampler(1, 0, topP, 4));
            assertThat(choices(sampler(1, 0, topP, 4))).isEqualTo(first);
            Sampler other = new Sampler(new SamplerSettings(1, 0, topP), new Xoshiro256(8), 4);
            assertThat(choices(other)).isNotEqualTo(first);
        }
    }

    private static int[] choices(Sampler sampler) {
        return IntStream.range(0, 200).map(i -> sampler.choose(FOUR, all(4))).toArray();
    }

    @Test
    void withNoAllowedTokenThereIsNoChoice() {
        assertThatThrownBy(() -> sampler(1, 0, 1, 4).choose(FOUR, new boolean[4]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
