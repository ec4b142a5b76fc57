package cadenza.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.host.sampling.stage.Candidates;
import cadenza.host.sampling.stage.Dry;
import cadenza.host.sampling.stage.LogitBias;
import cadenza.host.sampling.stage.Mirostat;
import cadenza.host.sampling.stage.RepetitionPenalty;
import cadenza.host.sampling.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All samplers together: their order, their memory, and that what is off changes nothing. */
class SamplerOrderTest {
    private static final Vocabulary ABC = Vocabulary.of(List.of("a", "b", "c"));
    private static final int A = 1;
    private static final int B = 2;
    private static final int C = 3;

    private static final SamplerSettings GREEDY = new SamplerSettings(0, 0, 1);
    private static final SamplerSettings EVERYTHING = new SamplerSettings(
            0.9,
            3,
            0.9,
            0.01,
            0.95,
            new RepetitionPenalty(1.3, 5),
            new Dry(0.5, 1.5, 1, 20, List.of("c")),
            Mirostat.OFF,
            new LogitBias(Map.of("a", 0.3)));
    private static final SamplerSettings WITH_MIROSTAT = new SamplerSettings(
            0.9,
            0,
            1,
            0,
            1,
            new RepetitionPenalty(1.3, 5),
            new Dry(0.5, 1.5, 1, 20, List.of()),
            new Mirostat(1, 0.3),
            LogitBias.NONE);

    static Stream<SamplerSettings> settings() {
        return Stream.of(
                SamplerSettings.PLAIN,
                GREEDY,
                GREEDY.with(new Dry(100, 10, 1, 20, List.of())),
                EVERYTHING,
                WITH_MIROSTAT,
                SamplerSettings.PLAIN.withTypicalP(0.2),
                SamplerSettings.PLAIN.with(new LogitBias(Map.of("a", -100.0, "b", -100.0, "c", -100.0))),
                SamplerSettings.PLAIN.with(new Mirostat(0.01, 1)));
    }

    private static boolean[] allowed(int... tokens) {
        boolean[] allowed = new boolean[ABC.size()];
        for (int token : tokens) {
            allowed[token] = true;
        }
        return allowed;
    }

    private static double share(SamplerSettings settings, int token, float... logits) {
        Sampler sampler = new Sampler(settings, new Xoshiro256(7), ABC);
        int count = 0;
        for (int i = 0; i < 10_000; i++) {
            count += sampler.choose(logits, allowed(A, B, C)) == token ? 1 : 0;
        }
        return count / 10_000.0;
    }

    @Test
    void theStagesComeInTheOrderThatIsDocumented() {
        List<String> names = new ArrayList<>();
        SamplerListener listener = new SamplerListener() {
            @Override
            public void applied(Stage stage, Candidates candidates) {
                names.add(stage.name());
            }
        };
        new Sampler(EVERYTHING, new Xoshiro256(1), ABC, listener).choose(new float[4], allowed(A, B, C));
        assertThat(names)
                .containsExactly(
                        "bias",
                        "repetition penalty 1.3",
                        "DRY 0.5",
                        "temperature 0.9",
                        "min-p 0.01",
                        "top-k 3",
                        "typical-p 0.95",
                        "top-p 0.9");
        names.clear();
        new Sampler(WITH_MIROSTAT, new Xoshiro256(1), ABC, listener).choose(new float[4], allowed(A, B, C));
        assertThat(names)
                .containsExactly(
                        "repetition penalty 1.3",
                        "DRY 0.5",
                        "temperature 0.9",
                        "mirostat 1.0, surprise at most 2.00 bits");
    }

    @Test
    void biasComesBeforeTemperature() {
        // +1 nat at T = 0.5 is a factor of e², 7.39, beside two others: 7.39 / 9.39.
        SamplerSettings settings = new SamplerSettings(0.5, 0, 1).with(new LogitBias(Map.of("b", 1.0)));
        assertThat(share(settings, B, 0, 0, 0, 0)).isCloseTo(0.787, within(0.015));
    }

    @Test
    void atTemperatureZeroTheLikeliestIsTakenAfterBiasAndPenalties() {
        Sampler biased = new Sampler(GREEDY.with(new LogitBias(Map.of("b", 3.5))), new Xoshiro256(1), ABC);
        assertThat(biased.choose(new float[] {9, 3, 0, 0}, allowed(A, B, C))).isEqualTo(B);
        Sampler penalised = new Sampler(GREEDY.with(new RepetitionPenalty(2, 9)), new Xoshiro256(1), ABC);
        penalised.accept(A);
        assertThat(penalised.choose(new float[] {9, 3, 2, 0}, allowed(A, B, C))).isEqualTo(B);
        Sampler dry = new Sampler(GREEDY.with(new Dry(1, 2, 1, 9, List.of())), new Xoshiro256(1), ABC);
        dry.accept(A);
        dry.accept(A); // a came after a: 1 · 2^0
        assertThat(dry.choose(new float[] {9, 2.5f, 2, 0}, allowed(A, B, C))).isEqualTo(B);
        assertThat(dry.choose(new float[] {9, 3.5f, 2, 0}, allowed(A, B, C))).isEqualTo(A);
    }

    @Test
    void atTemperatureZeroDryEndsEveryLoop() {
        // A model that always wants the same letter repeats it only until the loss outweighs its lead of 5 nats: after
        // seven of them the last six came before, which costs 2^3. Then b and c come to lose as well.
        Sampler sampler = new Sampler(GREEDY.with(new Dry(1, 2, 3, 64, List.of())), new Xoshiro256(1), ABC);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            int token = sampler.choose(new float[] {0, 5, 0, 0}, allowed(A, B, C));
            sampler.accept(token);
            text.append(ABC.symbol(token));
        }
        assertThat(text.toString()).doesNotContain("a".repeat(10)).startsWith("aaaaaaab");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void whatIsForbiddenIsNeverChosenAndOneIsAlwaysLeft(SamplerSettings settings) {
        Sampler sampler = new Sampler(settings, new Xoshiro256(3), ABC);
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            boolean[] allowed = allowed(1 + random.nextInt(3));
            allowed[1 + random.nextInt(3)] = true;
            float[] logits = {50, random.nextInt(20) - 10, random.nextInt(20) - 10, random.nextInt(20) - 10};
            int token = sampler.choose(logits, allowed);
            assertThat(allowed[token]).isTrue();
            sampler.accept(token);
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void afterARewindItChoosesAsIfTheRestHadNeverBeen(SamplerSettings settings) {
        for (int kept : new int[] {0, 1, 7, 30, 60}) {
            Sampler there = new Sampler(settings, new Unmoved(), ABC);
            Sampler thereAndBack = new Sampler(settings, new Unmoved(), ABC);
            Random noise = new Random(2);
            follow(there, noise, kept);
            noise = new Random(2);
            follow(thereAndBack, noise, kept);
            follow(thereAndBack, new Random(77), 25);
            thereAndBack.rewind(kept);
            assertThat(follow(thereAndBack, new Random(5), 40)).isEqualTo(follow(there, new Random(5), 40));
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void choosingAgainChangesNothingThatIsRemembered(SamplerSettings settings) {
        Sampler once = new Sampler(settings, new Unmoved(), ABC);
        Sampler again = new Sampler(settings, new Unmoved(), ABC);
        Random noise = new Random(4);
        for (int i = 0; i < 100; i++) {
            float[] logits = logits(noise);
            again.choose(new float[4], allowed(C));
            again.choose(logits, allowed(A, C));
            int token = again.choose(logits, allowed(A, B, C));
            assertThat(once.choose(logits, allowed(A, B, C))).isEqualTo(token);
            once.accept(token);
            again.accept(token);
        }
    }

    private static List<Integer> follow(Sampler sampler, Random noise, int count) {
        List<Integer> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int token = sampler.choose(logits(noise), allowed(A, B, C));
            sampler.accept(token);
            tokens.add(token);
        }
        return tokens;
    }

    private static float[] logits(Random noise) {
        return new float[] {0, noise.nextFloat() * 4, noise.nextFloat() * 4, noise.nextFloat() * 4};
    }

    /** Always in the middle: what is chosen depends on the candidates alone. */
    private static final class Unmoved implements RandomGenerator {
        @Override
        public long nextLong() {
            return Long.MIN_VALUE; // nextDouble() is 0.5
        }
    }

    @Test
    void goingForwardIsNoRewind() {
        Sampler sampler = new Sampler(SamplerSettings.PLAIN, new Xoshiro256(1), ABC);
        sampler.accept(A);
        assertThatThrownBy(() -> sampler.rewind(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot go back to 2 tokens of 1");
    }

    @Test
    void aBiasOfATokenThatIsNotThereIsTheUsersFault() {
        for (String symbol : List.of("z", Vocabulary.UNKNOWN_SYMBOL, "ab", "")) {
            SamplerSettings settings = SamplerSettings.PLAIN.with(new LogitBias(Map.of(symbol, 1.0)));
            assertThatThrownBy(() -> new Sampler(settings, new Xoshiro256(1), ABC))
                    .isInstanceOf(UserException.class)
                    .hasMessageStartingWith("--bias '" + symbol + "=1.0': the model has no token");
        }
    }

    /** What Cadenza 0.1 chose, before there were stages. */
    @ParameterizedTest
    @CsvSource({
        "1.0, 0, 1.0, 0.0, gdbjicpynmejocnragixkvizzjdfvwupwaccjvgoktegzsopykrzuppmtxba",
        "0.7, 0, 1.0, 0.0, idbcicpynnejhcnqagixkvizzkdcvxypwaccjvgnitegzsppykpzyqumtxia",
        "0.7, 0, 1.0, 0.05, idbcicpynnejhcnnagixkvizzkdcvxypwaccjvgnitegzsppykpzyqumtxig",
        "1.0, 40, 1.0, 0.0, gdbjicpynmejocnragixkvizzjdfvwupwaccjvgoktegzsopykrzuppmtxba",
        "1.0, 5, 1.0, 0.0, idbvrcsycnjjglnjtgievvvtcudcdedksaczssgvopckqsqukxskbimuvfih",
        "0.9, 10, 0.9, 0.02, idbvrcsjhnjjglnjtgivvvvgvudceedksaczssgvwpcoqsqukxtklimuvfih",
        "1.3, 0, 0.95, 0.0, zdpvrcfnknjjolsetgiwvrvjjxdlycdrapczsuepebcojfqjcmsdrihfqdih",
        "0.0, 0, 1.0, 0.0, idbcrcpwtnjjblnntgijvyuurudcpxilhaczsbgnisekkuypyxpzywymtxih"
    })
    void temperatureTopKTopPAndMinPChooseWhatTheyEverChose(
            double temperature, int topK, double topP, double minP, String chosen) {
        Sampler sampler = new Sampler(new SamplerSettings(temperature, topK, topP, minP), new Xoshiro256(11), 26);
        Random noise = new Random(5);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < chosen.length(); i++) {
            float[] logits = new float[26];
            boolean[] allowed = new boolean[26];
            for (int token = 0; token < logits.length; token++) {
                logits[token] = noise.nextInt(1000) / 125f;
                allowed[token] = noise.nextInt(4) > 0;
            }
            letters.append((char) ('a' + sampler.choose(logits, allowed)));
        }
        assertThat(letters.toString()).isEqualTo(chosen);
    }

    @Test
    void whatIsOffIsNoStage() {
        List<Stage> stages = SamplerSettings.PLAIN.stages(4, symbol -> SamplerSettings.NO_TOKEN);
        assertThat(stages.stream().map(Stage::name)).containsExactly("temperature 1.0");
        stages = GREEDY.stages(4, symbol -> SamplerSettings.NO_TOKEN);
        assertThat(stages.stream().map(Stage::name)).containsExactly("temperature 0, always the likeliest");
    }
}
