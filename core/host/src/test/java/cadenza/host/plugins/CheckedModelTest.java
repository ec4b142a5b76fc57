package cadenza.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.BatchPredictor;
import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.MusicCodec;
import cadenza.api.Predictor;
import cadenza.api.Settings;
import cadenza.api.Tensor;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Medium;
import cadenza.api.document.Score;
import cadenza.api.document.Text;
import cadenza.host.FakeGenerator;
import cadenza.host.FakeLetters;
import cadenza.host.FakeModel;
import cadenza.host.FakeTune;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CheckedModelTest {
    private static final FakeLetters LETTERS = FakeLetters.of("a", "b", "c", FakeLetters.END);
    private static final Text TEXT = new Text("ab.txt", "ab");

    private static Model checked(Medium medium, Model model) {
        return new LoadedGenerator("bad", "1.2.3", FakeGenerator.of("bad", medium, model)).checked(model);
    }

    private static Model checked(Model model) {
        return checked(Medium.TEXT, model);
    }

    private static void assertFault(ThrowingCallable call, String said) {
        assertThatThrownBy(call).isInstanceOf(PluginException.class).hasMessage("plugin 'bad' 1.2.3 failed in " + said);
    }

    @Test
    void aModelThatKeepsTheContractIsAsItIs() throws UnsuitableDocumentException {
        FakeModel model = FakeModel.constant(LETTERS, 0, 1, 2, 3, 4);
        Model checked = checked(model);
        assertThat(checked.contents()).isEqualTo(model.contents());
        assertThat(checked.start().first()).containsExactly(0, 1, 2, 3, 4);
        assertThat(checked.start(2).first()).hasDimensions(2, 5);
        @SuppressWarnings("unchecked")
        Codec<Text> codec = (Codec<Text>) checked.codec();
        assertThat(codec.encode(TEXT)).containsExactly(1, 2);
        assertThat(codec.decode(new int[] {1, 2}, "ab.txt")).isEqualTo(TEXT);
        assertThat(codec.start().effect(4)).isEqualTo(new Effect.End());
        checked.close();
        assertThat(model.closed()).isEqualTo(1);
    }

    @Test
    void aCheckedModelIsNotCheckedTwice() {
        FakeModel model = FakeModel.undecided(LETTERS);
        LoadedGenerator generator = new LoadedGenerator("good", "1", FakeGenerator.of("good", Medium.TEXT, model));
        Model checked = generator.checked(model);
        assertThat(generator.checked(checked)).isSameAs(checked);
    }

    @Test
    void logitsThatAreNoneAreAFaultThatNamesMethodAndStep() {
        assertFault(
                () -> checked(new FakeModel(LETTERS, step -> null)).start().first(),
                "Predictor.first at step 0: it gave no logits for 5 tokens");
        Predictor predictor = checked(new FakeModel(LETTERS, step -> new float[step < 2 ? 5 : 6]))
                .start();
        predictor.first();
        predictor.next(1);
        assertFault(() -> predictor.next(1), "Predictor.next at step 2: it gave 6 logits for 5 tokens");
    }

    @Test
    void logitsThatAreNotFiniteAreAFaultThatNamesTheToken() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            FakeModel model = new FakeModel(LETTERS, step -> new float[] {0, 0, 0, step == 1 ? bad : 0, 0});
            Predictor predictor = checked(model).start();
            predictor.first();
            assertFault(() -> predictor.next(1), "Predictor.next at step 1: its logit of token 3 is " + bad);
        }
    }

    @Test
    void ofSeveralLanesEachIsCheckedButThoseThatRest() {
        BatchPredictor predictor =
                checked(new Lanes(lane -> new float[lane == 1 ? 4 : 5])).start(2);
        assertFault(predictor::first, "BatchPredictor.first at step 0: it gave 4 logits for 5 tokens");
        int[] secondRests = {1, BatchPredictor.RESTING};
        assertThat(predictor.next(secondRests)).hasNumberOfRows(2);
        assertFault(
                () -> predictor.next(new int[] {1, 1}), "BatchPredictor.next at step 2: it gave 4 logits for 5 tokens");
        assertFault(
                () -> checked(new Lanes(lane -> null)).start(3).first(),
                "BatchPredictor.first at step 0:" + " it gave no logits for 5 tokens");
    }

    @Test
    void lanesSideBySideAreNamedAsTheSinglePredictorsThatTheyAre() {
        BatchPredictor predictor = checked(new FakeModel(LETTERS, step -> step < 1 ? new float[5] : null))
                .start(2);
        predictor.first();
        assertFault(() -> predictor.next(new int[] {1, 1}), "Predictor.next at step 1: it gave no logits for 5 tokens");
    }

    /** A model of lanes of its own, whose logits are told by the lane. */
    private record Lanes(java.util.function.IntFunction<float[]> logits) implements Model {
        @Override
        public Codec<?> codec() {
            return LETTERS;
        }

        @Override
        public Predictor start() {
            throw new UnsupportedOperationException();
        }

        @Override
        public BatchPredictor start(int lanes) {
            float[][] all = new float[lanes][];
            Arrays.setAll(all, logits);
            return new BatchPredictor() {
                @Override
                public float[][] first() {
                    return all;
                }

                @Override
                public float[][] next(int[] tokens) {
                    return all;
                }
            };
        }

        @Override
        public ModelContents contents() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void whatAPredictorThrowsNamesTheStepAfterACopyToo() {
        Model model = checked(new Copied());
        Predictor predictor = model.start();
        predictor.first();
        predictor.next(1);
        assertFault(() -> predictor.copy().orElseThrow().next(1), "Predictor.next at step 2: broken");
    }

    /** A model that breaks at the second token. */
    private record Copied() implements Model {
        @Override
        public Codec<?> codec() {
            return LETTERS;
        }

        @Override
        public Predictor start() {
            return new Broken(0);
        }

        @Override
        public ModelContents contents() {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Broken implements Predictor {
        private int step;

        Broken(int step) {
            this.step = step;
        }

        @Override
        public float[] first() {
            return new float[5];
        }

        @Override
        public float[] next(int token) {
            if (++step == 2) {
                throw new IllegalStateException("broken");
            }
            return new float[5];
        }

        @Override
        public Optional<Predictor> copy() {
            return Optional.of(new Broken(step));
        }
    }

    @Test
    void whatAModelMustGiveAndDoesNotIsNamed() {
        assertFault(() -> checked(new FakeModel(null, step -> null)), "Model.codec: it gave nothing (null)");
        assertFault(
                () -> checked(FakeModel.constant(new Bad(null, List.of()))),
                "Codec.vocabulary: it gave nothing (null)");
        assertFault(
                () -> checked(FakeModel.constant(FakeLetters.of())),
                "Codec.vocabulary: it has no token but the unknown one");
        Codec<?> codec =
                checked(FakeModel.constant(new Bad(LETTERS.vocabulary(), null))).codec();
        assertFault(codec::start, "Codec.start: it gave nothing (null)");
        assertFault(() -> codec.decode(new int[0], "x"), "Codec.decode: it gave nothing (null)");
    }

    @Test
    void tokensOutOfRangeAreAFaultThatNamesTheDocument() {
        for (int token : new int[] {-1, 5}) {
            assertFault(
                    () -> encode(new Bad(LETTERS.vocabulary(), List.of(1, token))),
                    "Codec.encode: it gave the token " + token + " of 'ab.txt', which is not in 0..4");
        }
        assertFault(
                () -> encode(new Bad(LETTERS.vocabulary(), null)),
                "Codec.encode: it gave no tokens (null) of 'ab.txt'");
    }

    @SuppressWarnings("unchecked")
    private static int[] encode(Codec<Text> codec) throws UnsuitableDocumentException {
        return ((Codec<Text>) checked(FakeModel.constant(codec)).codec()).encode(TEXT);
    }

    /** A codec that gives these tokens of every text, and nothing else. */
    private record Bad(Vocabulary vocabulary, List<Integer> tokens) implements Codec<Text> {
        @Override
        public int[] encode(Text text) {
            return tokens == null
                    ? null
                    : tokens.stream().mapToInt(token -> token).toArray();
        }

        @Override
        public Text decode(int[] ids, String title) {
            return null;
        }

        @Override
        public CodecState start() {
            return null;
        }
    }

    @Test
    void aCodecThatReadsTheOtherMediumIsAFault() {
        Codec<?> codec = checked(Medium.MUSIC, FakeModel.undecided(LETTERS)).codec();
        assertFault(
                () -> ((Codec<?>) codec).decode(new int[] {1}, "x"),
                "Codec.decode: it gave text, and its generator makes music");
    }

    @Test
    void effectsThatAreNoneOrOfTheOtherMediumAreAFaultThatNamesTheToken() {
        assertFault(
                () -> checked(FakeModel.undecided(new Affecting(null)))
                        .codec()
                        .start()
                        .effect(1),
                "CodecState.effect at step 0: token 1 has no effect (null)");
        CodecState state = checked(FakeModel.undecided(new Affecting(new Effect.Advance(480))))
                .codec()
                .start();
        state.accept(1);
        assertFault(
                () -> state.effect(2),
                "CodecState.effect at step 1: token 2 has the effect Advance[ticks=480], which is none of text");
        Model music = checked(Medium.MUSIC, FakeModel.undecided(LETTERS));
        assertFault(
                () -> music.codec().start().effect(1),
                "CodecState.effect at step 0: token 1 has the effect Write[characters=a], which is none of music");
    }

    @Test
    void aGrammarThatAllowsTheUnknownTokenIsAFault() {
        CodecState state =
                checked(FakeModel.undecided(new Affecting(null))).codec().start();
        assertFault(() -> state.allowed(new boolean[5]), "CodecState.allowed at step 0: it allows the unknown token");
    }

    /** Letters that all have one effect, and a grammar that allows all of them, the unknown one included. */
    private record Affecting(Effect effect) implements Codec<Text> {
        @Override
        public Vocabulary vocabulary() {
            return LETTERS.vocabulary();
        }

        @Override
        public int[] encode(Text text) {
            return LETTERS.encode(text);
        }

        @Override
        public Text decode(int[] tokens, String title) {
            return LETTERS.decode(tokens, title);
        }

        @Override
        public CodecState start() {
            return new CodecState() {
                @Override
                public void allowed(boolean[] allowed) {
                    Arrays.fill(allowed, true);
                }

                @Override
                public Effect effect(int token) {
                    return effect;
                }

                @Override
                public void accept(int token) {}
            };
        }
    }

    @Test
    void aCodecOfMusicStaysOne() {
        Codec<?> codec =
                checked(Medium.MUSIC, FakeModel.undecided(new FakeTune())).codec();
        assertThat(codec).isInstanceOfSatisfying(MusicCodec.class, music -> assertThat(music.ticksPerStep())
                .isEqualTo(240));
        assertThat(codec.decode(new int[0], "x")).isInstanceOf(Score.class);
    }

    @Test
    void contentsThatAreNotFiniteAreAFault() {
        Model model = checked(new FakeModel(LETTERS, step -> new float[] {0, 0, Float.NaN, 0, 0}));
        assertFault(model::contents, "Model.contents: its tensor 'logits' has the value NaN");
    }

    @Test
    void aVocabularyThatIsNotTheFilesIsAFault() {
        FakeModel model = FakeModel.undecided(LETTERS);
        LoadedGenerator generator = new LoadedGenerator("bad", "1.2.3", FakeGenerator.of("bad", Medium.TEXT, model));
        assertFault(
                () -> generator.open(of("b", "a", "c", FakeLetters.END)),
                "Codec.vocabulary: its token 1 is 'a', that of the model's contents is 'b'");
        assertFault(
                () -> generator.open(of("a", "b")), "Codec.vocabulary: it has 5 tokens, the model's contents have 3");
    }

    private static ModelContents of(String... symbols) {
        return new ModelContents(
                Settings.empty(),
                Vocabulary.of(List.of(symbols)),
                Map.of("logits", new Tensor(new int[] {1}, new float[1])));
    }
}
