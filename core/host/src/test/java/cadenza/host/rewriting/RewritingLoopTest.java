package cadenza.host.rewriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cadenza.api.Effect;
import cadenza.api.MaskedPredictor;
import cadenza.api.UserException;
import cadenza.host.control.Controls;
import cadenza.host.control.PitchRange;
import cadenza.host.control.Scale;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Constraint;
import cadenza.host.sampling.Preset;
import cadenza.host.sampling.SamplerSettings;
import cadenza.host.sampling.stage.Dry;
import cadenza.host.sampling.stage.Mirostat;
import cadenza.host.sampling.stage.RepetitionPenalty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RewritingLoopTest {
    private static final FakeGrid GRID = new FakeGrid();
    private static final int SIZE = GRID.vocabulary().size();
    private static final Sheet SHEET = new Sheet(GRID, FakeGrid.rests(8));
    private static final int[] LOWER = SHEET.places(240, 720, Set.of(1));
    private static final Schedule ANNEALED = new Schedule.Annealed(8);
    private static final double TOLERANCE = 0.05; // over three standard deviations of a share of 1000 samples

    private final List<int[]> asked = new ArrayList<>();

    /** Every token is as likely as any other, wherever. */
    private float[][] undecided(int[] tokens, int[] masked) {
        asked.add(masked);
        return new float[masked.length][SIZE];
    }

    private Rewritten rewrite(MaskedPredictor predictor, Schedule schedule, int[] places, long seed) {
        return new RewritingLoop(predictor, SamplerSettings.PLAIN, List.of(), schedule)
                .rewrite(SHEET, places, seed, () -> false);
    }

    @Test
    void lockedPlacesStayAsTheyAreAtEverySeed() {
        boolean[] changed = new boolean[SHEET.length()];
        for (long seed = 0; seed < 200; seed++) {
            int[] tokens = rewrite(this::undecided, ANNEALED, LOWER, seed).tokens();
            for (int place = 0; place < tokens.length; place++) {
                changed[place] |= tokens[place] != SHEET.token(place);
            }
        }
        for (int place = 0; place < changed.length; place++) {
            assertThat(changed[place]).as("place %d", place).isEqualTo(Arrays.binarySearch(LOWER, place) >= 0);
        }
    }

    @Test
    void aPredictorThatWritesIntoItsArgumentsChangesNothing() {
        MaskedPredictor scribbling = (tokens, masked) -> {
            float[][] logits = undecided(tokens, masked.clone());
            Arrays.fill(tokens, FakeGrid.D);
            Arrays.fill(masked, 0);
            return logits;
        };
        assertThat(rewrite(scribbling, ANNEALED, LOWER, 5).tokens())
                .isEqualTo(rewrite(this::undecided, ANNEALED, LOWER, 5).tokens());
    }

    @Test
    void whatIsMaskedIsNotShown() {
        int place = LOWER[0];
        MaskedPredictor predictor = (tokens, masked) -> {
            assertThat(Arrays.stream(masked).map(masks -> tokens[masks])).containsOnly(FakeGrid.HOLD);
            return undecided(tokens, masked);
        };
        rewrite(predictor, ANNEALED, LOWER, 1);
        rewrite(predictor, new Schedule.LeftToRight(), new int[] {place}, 1);
    }

    @Test
    void onlyWhatTheGrammarAllowsIsChosen() {
        for (long seed = 0; seed < 50; seed++) {
            int[] tokens =
                    rewrite(this::undecided, ANNEALED, SHEET.places(), seed).tokens();
            for (int place = 0; place < tokens.length; place++) {
                assertThat(SHEET.allows(place, tokens[place])).isTrue();
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameTokensAndAnotherSeedOthers() {
        int[] tokens = rewrite(this::undecided, ANNEALED, SHEET.places(), 7).tokens();
        assertThat(rewrite(this::undecided, ANNEALED, SHEET.places(), 7).tokens())
                .isEqualTo(tokens);
        assertThat(rewrite(this::undecided, ANNEALED, SHEET.places(), 8).tokens())
                .isNotEqualTo(tokens);
    }

    @Test
    void thePredictorIsNeverAskedForNothing() {
        // Of one place about half of the passes mask none.
        for (long seed = 0; seed < 50; seed++) {
            rewrite(this::undecided, new Schedule.Annealed(), new int[] {LOWER[0]}, seed);
        }
        assertThat(asked).hasSizeBetween(50, 50 * 51).allSatisfy(masked -> assertThat(masked)
                .containsExactly(LOWER[0]));
    }

    @Test
    void fromLeftToRightEachPlaceIsChosenOnce() {
        Rewritten rewritten = rewrite(this::undecided, new Schedule.LeftToRight(), LOWER, 1);
        assertThat(asked).hasSize(LOWER.length);
        for (int i = 0; i < LOWER.length; i++) {
            assertThat(asked.get(i)).isEqualTo(Arrays.copyOfRange(LOWER, i, LOWER.length));
        }
        assertThat(rewritten.passes()).isEqualTo(LOWER.length);
        assertThat(rewritten.interrupted()).isFalse();
    }

    /**
     * Two lower places that like to be equal: after C comes C as likely as 4 to 1, and D after D; of two masked places
     * neither knows anything of the other. Both are as often C as D, and equal four times out of five.
     */
    private static final class Equals implements MaskedPredictor {
        private static final int ONE = FakeGrid.place(2, 1);
        private static final int OTHER = FakeGrid.place(5, 1);
        private static final int LOW_C = FakeGrid.C + FakeGrid.LOWER;
        private static final int LOW_D = FakeGrid.D + FakeGrid.LOWER;

        @Override
        public float[][] logits(int[] tokens, int[] masked) {
            float[][] logits = new float[masked.length][SIZE];
            for (int i = 0; i < masked.length; i++) {
                Arrays.fill(logits[i], -100);
                logits[i][LOW_C] = 0;
                logits[i][LOW_D] = 0;
                if (masked.length == 1) {
                    logits[i][tokens[masked[0] == ONE ? OTHER : ONE]] += (float) StrictMath.log(4);
                }
            }
            return logits;
        }
    }

    @Test
    void whatIsSampledHasTheDistributionOfTheConditionals() {
        for (Schedule schedule : List.of(new Schedule.Annealed(32, 0.25, 1), new Schedule.LeftToRight())) {
            int equal = 0;
            int low = 0;
            for (long seed = 0; seed < 1000; seed++) {
                int[] tokens = rewrite(new Equals(), schedule, new int[] {Equals.ONE, Equals.OTHER}, seed)
                        .tokens();
                equal += tokens[Equals.ONE] == tokens[Equals.OTHER] ? 1 : 0;
                low += tokens[Equals.ONE] == Equals.LOW_C ? 1 : 0;
            }
            // A pass that masks both makes them independent again: about one in seven of the last that mask any.
            double expected = schedule instanceof Schedule.Annealed ? 0.75 : 0.8;
            assertThat(equal / 1000.0).as("%s", schedule).isCloseTo(expected, within(TOLERANCE));
            assertThat(low / 1000.0).as("%s", schedule).isCloseTo(0.5, within(TOLERANCE));
        }
    }

    @Test
    void theTemperatureIsTheSettingsTimesTheSchedules() {
        // A preference of 3 nats: chosen with 0.86 of five at 1, and hardly more than any other at 100.
        MaskedPredictor sure = (tokens, masked) -> {
            float[][] logits = new float[masked.length][SIZE];
            for (float[] place : logits) {
                place[FakeGrid.C + FakeGrid.LOWER] = 3;
            }
            return logits;
        };
        // One pass masks all, and is in no first half; of two the first is. Only those that the second masks are sure.
        assertThat(share(sure, new Schedule.Annealed(1, 1, 100))).isCloseTo(0.83, within(TOLERANCE));
        assertThat(share(sure, new Schedule.Annealed(2, 0.01, 100))).isCloseTo(0.21, within(TOLERANCE));
        assertThat(share(sure, new Schedule.Annealed(2, 0.01, 1))).isCloseTo(0.83, within(TOLERANCE));
    }

    private double share(MaskedPredictor predictor, Schedule schedule) {
        int hits = 0;
        for (long seed = 0; seed < 250; seed++) {
            int[] tokens = rewrite(predictor, schedule, LOWER, seed).tokens();
            hits += (int) Arrays.stream(LOWER)
                    .filter(place -> tokens[place] == FakeGrid.C + FakeGrid.LOWER)
                    .count();
        }
        return hits / 250.0 / LOWER.length;
    }

    @Test
    void atTemperatureZeroTheLikeliestIsChosen() {
        SamplerSettings greedy = SamplerSettings.PLAIN.withTemperature(0);
        MaskedPredictor predictor = (tokens, masked) -> {
            float[][] logits = undecided(tokens, masked);
            for (float[] place : logits) {
                place[FakeGrid.D + FakeGrid.LOWER] = 0.01f;
                place[FakeGrid.D] = 9; // not allowed in the lower voice
            }
            return logits;
        };
        for (long seed = 0; seed < 20; seed++) {
            int[] tokens = new RewritingLoop(predictor, greedy, List.of(), ANNEALED)
                    .rewrite(SHEET, LOWER, seed, () -> false)
                    .tokens();
            for (int place : LOWER) {
                assertThat(tokens[place]).isEqualTo(FakeGrid.D + FakeGrid.LOWER);
            }
        }
    }

    private static List<Constraint> constraints(Scale scale, PitchRange range) {
        return new Controls(
                        OptionalDouble.empty(),
                        Optional.empty(),
                        Optional.ofNullable(scale),
                        Optional.ofNullable(range),
                        List.of(),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        0,
                        Controls.NONE.structure())
                .constraints(0, 1);
    }

    @Test
    void keyAndRangeHoldAtEverySeed() {
        List<Constraint> constraints = constraints(Scale.key("C"), new PitchRange(61, 127));
        boolean sounded = false;
        for (long seed = 0; seed < 200; seed++) {
            int[] tokens = new RewritingLoop(this::undecided, SamplerSettings.PLAIN, constraints, ANNEALED)
                    .rewrite(SHEET, SHEET.places(), seed, () -> false)
                    .tokens();
            assertThat(tokens)
                    .doesNotContain(FakeGrid.C, FakeGrid.C + FakeGrid.LOWER)
                    .doesNotContain(FakeGrid.C_SHARP, FakeGrid.C_SHARP + FakeGrid.LOWER);
            sounded |= Arrays.stream(tokens).anyMatch(token -> token == FakeGrid.D);
        }
        assertThat(sounded).isTrue();
    }

    @Test
    void aConstraintKnowsWhatStandsBefore() {
        // Twice the same is never chosen; a later pass may change the one before, so it is asked from left to right.
        Constraint moving = new Nothing("moving", false) {
            @Override
            public void restrict(Choices choices) {
                choices.keep(effect -> !(effect instanceof Effect.Sound sound)
                        || sound.pitch() != choices.playhead().lineBefore(sound.channel()));
            }
        };
        for (long seed = 0; seed < 100; seed++) {
            int[] tokens = new RewritingLoop(
                            this::undecided, SamplerSettings.PLAIN, List.of(moving), new Schedule.LeftToRight())
                    .rewrite(SHEET, LOWER, seed, () -> false)
                    .tokens();
            for (int i = 1; i < LOWER.length; i++) {
                boolean same = tokens[LOWER[i]] == tokens[LOWER[i - 1]];
                assertThat(same && tokens[LOWER[i]] > FakeGrid.REST + FakeGrid.LOWER)
                        .isFalse();
            }
        }
    }

    @Test
    void whereConstraintsLeaveNothingTheUserHearsWhich() {
        Constraint nothing = new Nothing("--range C4-C4", false);
        assertThatThrownBy(() -> new RewritingLoop(this::undecided, SamplerSettings.PLAIN, List.of(nothing), ANNEALED)
                        .rewrite(SHEET, LOWER, 1, () -> false))
                .isInstanceOf(UserException.class)
                .hasMessage("--range C4-C4 leaves the model nothing to play at bar 1; allow it more");
    }

    @Test
    void aSoftConstraintGivesWay() {
        int[] tokens = new RewritingLoop(
                        this::undecided, SamplerSettings.PLAIN, List.of(new Nothing("soft", true)), ANNEALED)
                .rewrite(SHEET, LOWER, 1, () -> false)
                .tokens();
        assertThat(tokens)
                .isEqualTo(rewrite(this::undecided, ANNEALED, LOWER, 1).tokens());
    }

    /** Leaves nothing. */
    private static class Nothing implements Constraint {
        private final String name;
        private final boolean soft;

        Nothing(String name, boolean soft) {
            this.name = name;
            this.soft = soft;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean soft() {
            return soft;
        }

        @Override
        public void restrict(Choices choices) {
            choices.keep(effect -> false);
        }
    }

    @Test
    void anInterruptionLeavesTheTokensAsTheyAre() {
        AtomicInteger left = new AtomicInteger(2);
        Rewritten rewritten = new RewritingLoop(
                        this::undecided, SamplerSettings.PLAIN, List.of(), new Schedule.LeftToRight())
                .rewrite(SHEET, LOWER, 3, () -> left.getAndDecrement() == 0);
        int[] whole =
                rewrite(this::undecided, new Schedule.LeftToRight(), LOWER, 3).tokens();
        assertThat(rewritten.passes()).isEqualTo(2);
        assertThat(rewritten.interrupted()).isTrue();
        assertThat(Arrays.copyOf(rewritten.tokens(), LOWER[2])).isEqualTo(Arrays.copyOf(whole, LOWER[2]));
        assertThat(rewritten.tokens()[LOWER[2]]).isEqualTo(SHEET.token(LOWER[2]));

        Rewritten none = new RewritingLoop(this::undecided, SamplerSettings.PLAIN, List.of(), ANNEALED)
                .rewrite(SHEET, LOWER, 3, () -> true);
        assertThat(none.tokens()).isEqualTo(SHEET.tokens());
        assertThat(none.interrupted()).isTrue();
    }

    @Test
    void samplersThatRememberAreRefused() {
        assertThatThrownBy(() -> loop(SamplerSettings.PLAIN
                        .with(new RepetitionPenalty(2, 2))
                        .with(new Dry(0.8, Dry.BASE, Dry.ALLOWED_LENGTH, Dry.WINDOW, Dry.BREAKERS))))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "--repetition-penalty 2.0 and --dry 0.8 go by the tokens chosen before, and what is rewritten"
                                + " is chosen in no such order; leave them out, or set --temperature, --top-k, --top-p, --min-p"
                                + " or --typical-p");
        assertThatThrownBy(() -> loop(SamplerSettings.PLAIN.with(new Mirostat(3, 0.1))))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("--mirostat 3.0 goes by");
        assertThatThrownBy(() -> loop(Preset.CALM.settings())).isInstanceOf(UserException.class);
        loop(Preset.CALM.settings().with(Dry.OFF));
    }

    private RewritingLoop loop(SamplerSettings settings) {
        return new RewritingLoop(this::undecided, settings, List.of(), ANNEALED);
    }

    @Test
    void placesThatCannotBeRedoneAreRefused() {
        for (int[] places : new int[][] {{}, {0}, {4, 4}, {5, 4}, {-1}, {SHEET.length()}}) {
            assertThatThrownBy(() -> rewrite(this::undecided, ANNEALED, places, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
