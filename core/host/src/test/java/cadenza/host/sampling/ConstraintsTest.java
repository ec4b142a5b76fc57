package cadenza.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Effect;
import cadenza.api.UserException;
import cadenza.host.FakeDuet;
import cadenza.host.FakeModel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintsTest {
    private static final FakeModel MODEL = FakeModel.undecided(new FakeDuet());

    /** Keeps tokens with some effects alone. */
    private record Only(String name, boolean soft, Predicate<Effect> effects) implements Constraint {
        @Override
        public void restrict(Choices choices) {
            choices.keep(effects);
        }
    }

    private static List<Effect> sample(long seed, int bars, Constraint... constraints) {
        return sample(MODEL, seed, bars, constraints);
    }

    private static List<Effect> sample(FakeModel model, long seed, int bars, Constraint... constraints) {
        Sampler sampler = new Sampler(
                SamplerSettings.PLAIN,
                new Xoshiro256(seed),
                model.codec().vocabulary().size());
        TokenRecorder recorder = new TokenRecorder();
        Generation generation =
                new Generation(model.codec(), sampler, new BarLimit(bars), List.of(constraints), recorder);
        new SamplingLoop(model, List.of(generation)).run(new int[0]);
        return Arrays.stream(recorder.tokens()).mapToObj(FakeDuet::effect).toList();
    }

    private static Constraint hard(String name, Predicate<Effect> effects) {
        return new Only(name, false, effects);
    }

    private static Constraint soft(Predicate<Effect> effects) {
        return new Only("soft", true, effects);
    }

    private static boolean sounds(Effect effect, int pitch) {
        return effect instanceof Effect.Sound sound && sound.pitch() == pitch;
    }

    private static Predicate<Effect> noSoundBut(int pitch) {
        return effect -> !(effect instanceof Effect.Sound) || sounds(effect, pitch);
    }

    @Test
    void aHardConstraintHolds() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(sample(seed, 2, hard("C", noSoundBut(60))))
                    .allSatisfy(effect -> assertThat(noSoundBut(60)).accepts(effect));
        }
    }

    @Test
    void aSoftConstraintIsDroppedWhereItLeavesNothing() {
        for (long seed = 0; seed < 50; seed++) {
            List<Effect> effects =
                    sample(seed, 2, soft(effect -> effect instanceof Effect.Sound && sounds(effect, 62)));
            assertThat(effects.stream().filter(Effect.Sound.class::isInstance))
                    .isNotEmpty()
                    .allSatisfy(effect -> assertThat(sounds(effect, 62)).isTrue());
        }
    }

    @Test
    void aSoftConstraintNeverTakesWhatAHardOneLeaves() {
        List<Effect> effects = sample(1, 2, soft(noSoundBut(62)), hard("C", noSoundBut(60)));
        assertThat(effects).allSatisfy(effect -> assertThat(noSoundBut(60)).accepts(effect));
    }

    @Test
    void aSoftConstraintGivesWayWhereItsChoicesLeadNowhere() {
        // What is left of an eighth needs something to happen, and nothing may.
        Constraint silent = hard("silent", effect -> !(effect instanceof Effect.Sound));
        Constraint shortSteps =
                soft(effect -> !(effect instanceof Effect.Advance advance) || advance.ticks() == FakeDuet.STEP);
        assertThat(sample(1, 2, silent, shortSteps))
                .filteredOn(Effect.Advance.class::isInstance)
                .containsOnly(new Effect.Advance(960));
    }

    @Test
    void aTokenThatLeadsToADeadEndIsNotChosen() {
        // Where nothing sounds time stands still: the last voice of a moment must not fall silent with the others.
        Constraint sounding = new Constraint() {
            @Override
            public String name() {
                return "sounding";
            }

            @Override
            public void restrict(Choices choices) {
                choices.keep(effect -> !(effect instanceof Effect.Advance advance)
                        || choices.playhead().silenceAfter(advance.ticks()) == 0);
            }
        };
        Constraint onlyTheHigher =
                hard("high", effect -> !(effect instanceof Effect.Sound sound && sound.channel() == 1));
        for (long seed = 0; seed < 100; seed++) {
            assertThat(sample(seed, 3, sounding)).isNotEmpty();
            assertThat(sample(seed, 3, sounding, onlyTheHigher)).doesNotContain(new Effect.Silence(0));
        }
    }

    @Test
    void onlyTheConstraintsThatContradictEachOtherAreNamed() {
        assertThatThrownBy(() -> sample(
                        1,
                        2,
                        hard("--low", effect -> !(effect instanceof Effect.Sound sound && sound.pitch() > 60)),
                        hard("--high", effect -> !(effect instanceof Effect.Sound sound && sound.pitch() < 60)),
                        hard("--no-middle", effect -> !sounds(effect, 60)),
                        hard("--no-rest", effect -> !(effect instanceof Effect.Silence)),
                        hard("--anything", effect -> true)))
                .isInstanceOf(UserException.class)
                .hasMessage("--low, --high, --no-middle and --no-rest together leave the model nothing to play at bar"
                        + " 1; allow it more");
    }

    @Test
    void aPreferenceMakesATokenLikelierAndLeavesThePredictorsLogitsAlone() {
        float[] logits = new float[new FakeDuet().vocabulary().size()];
        FakeModel model = FakeModel.constant(new FakeDuet(), logits);
        Constraint likesRests = new Constraint() {
            @Override
            public String name() {
                return "rests";
            }

            @Override
            public void restrict(Choices choices) {
                for (int token = 0; token < choices.size(); token++) {
                    if (choices.allows(token) && choices.effect(token) instanceof Effect.Silence) {
                        choices.prefer(token, 20);
                    }
                }
            }
        };
        for (long seed = 0; seed < 20; seed++) {
            // After the beginning, key and length, where each voice may sound or rest.
            assertThat(sample(model, seed, 1, likesRests).subList(3, 5))
                    .containsExactly(new Effect.Silence(0), new Effect.Silence(1));
        }
        assertThat(logits).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 2", "4, 4", "5, 2147483647", "90, 2147483647"})
    void theLengthIsAnnounced(int bars, int announced) {
        assertThat(sample(1, bars)).contains(new Effect.Length(announced));
        assertThat(sample(1, bars, hard("any", effect -> true))).contains(new Effect.Length(announced));
    }
}
