package cadenza.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.Model;
import cadenza.api.Vocabulary;
import cadenza.api.document.Text;
import cadenza.host.FakeLetters;
import cadenza.host.FakeModel;
import cadenza.host.sampling.stage.RepetitionPenalty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SamplingLoopTest {
    private static final FakeLetters LETTERS = FakeLetters.of("a", "b", "c", FakeLetters.END);
    private static final int A = 1;
    private static final int B = 2;
    private static final int C = 3;
    private static final int END = 4;

    private final List<Effect> streamed = new ArrayList<>();

    private Generation generation(Model model, int characters, Generation.Listener listener) {
        int size = model.codec().vocabulary().size();
        Sampler greedy = new Sampler(new SamplerSettings(0, 0, 1), new Xoshiro256(1), size);
        return new Generation(model.codec(), greedy, new CharacterLimit(characters), listener);
    }

    private int[] run(Model model, int characters, int... prime) {
        TokenRecorder recorder = new TokenRecorder();
        Generation generation = generation(model, characters, (token, effect) -> {
            recorder.chosen(token, effect);
            streamed.add(effect);
        });
        new SamplingLoop(model, List.of(generation)).run(prime);
        return recorder.tokens();
    }

    /** Likes one token more than the others at each step, the last one for ever. */
    private static FakeModel liking(int... tokens) {
        return new FakeModel(LETTERS, step -> {
            float[] logits = new float[5];
            logits[tokens[Math.min(step, tokens.length - 1)]] = 1;
            return logits;
        });
    }

    @Test
    void tokensAreChosenUntilTheLimit() {
        assertThat(run(liking(A, B, C), 5)).containsExactly(A, B, C, C, C);
    }

    @Test
    void theEffectOfEachTokenIsStreamed() {
        run(liking(A, B, END), 5);
        assertThat(streamed).containsExactly(new Effect.Write("a"), new Effect.Write("b"), new Effect.End());
    }

    @Test
    void anEndEndsTheDocumentBeforeTheLimit() {
        assertThat(run(liking(A, END, B), 5)).containsExactly(A, END);
    }

    @Test
    void aPrimeIsFedFirstAndCountsTowardsNoLimit() {
        assertThat(run(liking(A, A, A, B, C), 2, C, C, C)).containsExactly(B, C);
        assertThat(streamed).containsExactly(new Effect.Write("b"), new Effect.Write("c"));
    }

    @Test
    void theSamplerIsToldOfThePrimeAndOfWhatIsChosen() {
        // A has 4, B 3, C 2.5; what came loses half of it. After the prime A it is B's turn, then C's, then A's again.
        FakeModel model = FakeModel.constant(LETTERS, 0, 4, 3, 2.5f, 0);
        SamplerSettings settings = new SamplerSettings(0, 0, 1).with(new RepetitionPenalty(2, 2));
        TokenRecorder recorder = new TokenRecorder();
        Sampler sampler = new Sampler(settings, new Xoshiro256(1), LETTERS.vocabulary());
        new SamplingLoop(model, List.of(new Generation(LETTERS, sampler, new CharacterLimit(5), recorder)))
                .run(new int[] {A});
        assertThat(recorder.tokens()).containsExactly(B, C, A, B, C);
    }

    @Test
    void aLongDocumentIsNoTrouble() {
        assertThat(run(liking(B), 10_000)).hasSize(10_000).containsOnly(B);
    }

    @Test
    void generationsInLockstepFinishEachAtItsOwnTime() {
        FakeModel model = liking(A, B, C);
        List<TokenRecorder> recorders = List.of(new TokenRecorder(), new TokenRecorder(), new TokenRecorder());
        new SamplingLoop(
                        model,
                        List.of(
                                generation(model, 1, recorders.get(0)),
                                generation(model, 4, recorders.get(1)),
                                generation(model, 2, recorders.get(2))))
                .run(new int[0]);
        assertThat(recorders.get(0).tokens()).containsExactly(A);
        assertThat(recorders.get(1).tokens()).containsExactly(A, B, C, C);
        assertThat(recorders.get(2).tokens()).containsExactly(A, B);
    }

    @Test
    void theUnknownTokenIsNotChosenHoweverLikely() {
        assertThat(run(FakeModel.constant(LETTERS, 9, 0, 1, 0, 0), 3)).containsExactly(B, B, B);
    }

    @Test
    void aGrammarThatAllowsNothingIsAFaultThatNamesTheStep() {
        assertFault(FakeModel.undecided(new OtherLetters(LETTERS, () -> new Mute(2))), "allows no token at step 2");
    }

    @Test
    void tokensThatNeverMakeTheTextLongerAreAFault() {
        FakeModel model = FakeModel.undecided(new OtherLetters(LETTERS, Idle::new));
        assertFault(model, "10000 tokens in a row did not make the document any longer");
    }

    private void assertFault(Model model, String said) {
        assertThatThrownBy(() -> run(model, 9))
                .isInstanceOf(PredictionException.class)
                .hasMessageContaining(said);
    }

    /** Letters with a state of another kind. */
    private record OtherLetters(FakeLetters letters, Supplier<CodecState> states) implements Codec<Text> {
        @Override
        public Vocabulary vocabulary() {
            return letters.vocabulary();
        }

        @Override
        public int[] encode(Text text) {
            return letters.encode(text);
        }

        @Override
        public Text decode(int[] tokens, String title) {
            return letters.decode(tokens, title);
        }

        @Override
        public CodecState start() {
            return states.get();
        }
    }

    /** Letters that write nothing. */
    private static final class Idle implements CodecState {
        private final CodecState letters = LETTERS.start();

        @Override
        public void allowed(boolean[] allowed) {
            letters.allowed(allowed);
        }

        @Override
        public Effect effect(int token) {
            return new Effect.None();
        }

        @Override
        public void accept(int token) {
            letters.accept(token);
        }
    }

    /** A grammar that allows nothing after so many tokens. */
    private static final class Mute implements CodecState {
        private final CodecState letters = LETTERS.start();
        private final int after;
        private int accepted;

        Mute(int after) {
            this.after = after;
        }

        @Override
        public void allowed(boolean[] allowed) {
            Arrays.fill(allowed, accepted < after);
            allowed[Vocabulary.UNKNOWN] = false;
        }

        @Override
        public Effect effect(int token) {
            return letters.effect(token);
        }

        @Override
        public void accept(int token) {
            accepted++;
        }
    }
}
