package cadenza.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.document.Meter;
import cadenza.host.FakeLetters;
import cadenza.host.FakeModel;
import cadenza.host.FakeTune;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static int[] sample(FakeModel model, long seed, Limit limit) {
        int size = model.codec().vocabulary().size();
        Sampler sampler = new Sampler(SamplerSettings.PLAIN, new Xoshiro256(seed), size);
        TokenRecorder recorder = new TokenRecorder();
        new SamplingLoop(model, List.of(new Generation(model.codec(), sampler, limit, recorder))).run(new int[0]);
        return recorder.tokens();
    }

    @Test
    void barsAreFullWhateverTheMeterAndBeginOnABarLine() {
        FakeModel model = FakeModel.undecided(new FakeTune());
        int waltzes = 0;
        for (int bars = 1; bars <= 5; bars++) {
            for (long seed = 0; seed < 50; seed++) {
                int[] tokens = sample(model, seed, new BarLimit(bars));
                long ticks = 0;
                CodecState state = model.codec().start();
                for (int token : tokens) {
                    ticks += state.effect(token) instanceof Effect.Advance advance ? advance.ticks() : 0;
                }
                assertThat(tokens[0]).isIn(FakeTune.FOUR, FakeTune.THREE);
                assertThat(tokens).doesNotContain(FakeTune.END, FakeTune.UPBEAT);
                int bar = tokens[0] == FakeTune.THREE ? 1440 : 1920;
                assertThat(ticks).isEqualTo((long) bars * bar);
                waltzes += tokens[0] == FakeTune.THREE ? 1 : 0;
            }
        }
        assertThat(waltzes).isBetween(50, 200);
    }

    /** What a limit leaves of what a grammar allows after these tokens. */
    private static boolean[] left(Codec<?> codec, Limit limit, int... tokens) {
        Place place = new Place(codec.start(), new Playhead());
        for (int token : tokens) {
            limit.accept(place.follow(token));
        }
        Choices choices = new Choices(codec.vocabulary().size());
        choices.begin(place.state(), place.playhead());
        limit.restrict(choices);
        return choices.allowed();
    }

    @Test
    void aPieceEndsWhereTheModelEndsItOrAfterItsMostBars() {
        FakeModel model = FakeModel.undecided(new FakeTune());
        int ended = 0;
        int upbeats = 0;
        for (long seed = 0; seed < 100; seed++) {
            int[] tokens = sample(model, seed, new PieceLimit(2));
            long ticks = 0;
            CodecState state = model.codec().start();
            for (int token : tokens) {
                ticks += state.effect(token) instanceof Effect.Advance advance ? advance.ticks() : 0;
            }
            boolean end = tokens[tokens.length - 1] == FakeTune.END;
            long most = tokens[0] == FakeTune.THREE ? 2880 : tokens[0] == FakeTune.UPBEAT ? 480 + 3840 : 3840;
            assertThat(ticks).isLessThanOrEqualTo(most);
            assertThat(end || ticks == most).isTrue();
            ended += end ? 1 : 0;
            upbeats += tokens[0] == FakeTune.UPBEAT ? 1 : 0;
        }
        assertThat(ended).isBetween(20, 90);
        assertThat(upbeats).isBetween(15, 55);
    }

    @Test
    void anAdvanceBeyondTheLastBarIsNotAllowed() {
        boolean[] left =
                left(new FakeTune(), new BarLimit(1), FakeTune.THREE, FakeTune.C, FakeTune.QUARTER, FakeTune.E);
        assertThat(left[FakeTune.QUARTER]).isTrue();
        assertThat(left[FakeTune.HALF]).isTrue();
        assertThat(left[FakeTune.WHOLE]).isFalse();
    }

    @Test
    void aLimitOfBarsIsReachedOnTheBarLine() {
        Playhead playhead = new Playhead();
        playhead.accept(new Effect.Begin(new Meter(3, 4), 0));
        playhead.accept(new Effect.Advance(960));
        assertThat(new BarLimit(1).reached(playhead)).isFalse();
        playhead.accept(new Effect.Advance(480));
        assertThat(new BarLimit(1).reached(playhead)).isTrue();
        assertThat(new BarLimit(2).reached(playhead)).isFalse();
    }

    @Test
    void withoutABeginningBarsAreOfFourQuarters() {
        Playhead playhead = new Playhead();
        playhead.accept(new Effect.Advance(1440));
        assertThat(new BarLimit(1).reached(playhead)).isFalse();
        playhead.accept(new Effect.Advance(480));
        assertThat(new BarLimit(1).reached(playhead)).isTrue();
    }

    @Test
    void charactersAreCodePoints() {
        FakeModel model = FakeModel.undecided(FakeLetters.of("\ud83d\ude00", "a"));
        int[] tokens = sample(model, 1, new CharacterLimit(10));
        assertThat(tokens).hasSize(10);
    }

    @Test
    void aTokenOfMoreCharactersThanAreLeftIsNotAllowed() {
        FakeLetters words = FakeLetters.of("a", "word", FakeLetters.END);
        assertThat(left(words, new CharacterLimit(5))).containsExactly(false, true, true, true);
        assertThat(left(words, new CharacterLimit(5), 1, 1)).containsExactly(false, true, false, true);
        CharacterLimit limit = new CharacterLimit(5);
        limit.accept(new Effect.Write("\ud83d\ude00b"));
        limit.accept(new Effect.None());
        assertThat(limit.reached(new Playhead())).isFalse();
        limit.accept(new Effect.Write("abc"));
        assertThat(limit.reached(new Playhead())).isTrue();
    }

    @Test
    void ofNoCharactersNothingIsWritten() {
        assertThat(sample(FakeModel.undecided(FakeLetters.of("a")), 1, new CharacterLimit(0)))
                .isEmpty();
    }
}
