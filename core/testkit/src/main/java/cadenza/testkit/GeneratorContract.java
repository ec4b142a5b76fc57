package cadenza.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.BatchPredictor;
import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.Corpus;
import cadenza.api.CorpusReport;
import cadenza.api.Effect;
import cadenza.api.Generator;
import cadenza.api.GeneratorInfo;
import cadenza.api.GeneratorOption;
import cadenza.api.Model;
import cadenza.api.Predictor;
import cadenza.api.Settings;
import cadenza.api.TrainingOptions;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Document;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Medium;
import cadenza.api.document.Score;
import cadenza.host.models.ModelFile;
import cadenza.host.models.StoredModel;
import cadenza.host.music.MidiContract;
import cadenza.host.music.MidiFileType;
import cadenza.host.music.MidiWriter;
import cadenza.host.sampling.BarLimit;
import cadenza.host.sampling.CharacterLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the host relies on in a generator. Extend it in a plugin's tests and name the generator; one model is trained for
 * one epoch on a tiny corpus, and the tests look at it from all sides.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GeneratorContract {
    private static final int SEEDS = 20;
    private static final int THREADS = 4;
    private static final int MOST_TOKENS = 160;
    private static final int BARS = 4;
    private static final int CHARACTERS = 120;
    private static final double[] TEMPERATURES = {1, 3};

    private final QuietListener listener = QuietListener.patient();
    private Generator generator;
    private Corpus corpus;
    private Model model;

    /** The generator under test. */
    protected abstract Generator generator();

    /** What it learns; by default the tiny corpus of its medium. */
    protected Corpus corpus() {
        return TinyCorpora.of(generator().info().medium());
    }

    /** How it learns; by default its own defaults. Override it where one epoch would take more than a second or two. */
    protected Settings settings() {
        return generator().info().defaults();
    }

    @BeforeAll
    void trainForOneEpoch() {
        generator = generator();
        corpus = corpus();
        model = generator.train(corpus, options(), listener);
    }

    private TrainingOptions options() {
        return new TrainingOptions(settings(), OptionalInt.of(1), Optional.empty(), 1);
    }

    @Test
    void infoIsAlwaysTheSame() {
        assertThat(generator.info()).isEqualTo(generator.info());
        assertThat(generator.info().title()).isNotBlank().doesNotContain("\n");
    }

    @Test
    void optionsHaveNamesOfTheirOwnAndAllowTheirDefaults() {
        GeneratorInfo info = generator.info();
        assertThat(info.options()).extracting(GeneratorOption::name).doesNotHaveDuplicates();
        for (GeneratorOption option : info.options()) {
            assertThat(option.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
            assertThat(option.parse(String.valueOf(option.defaultValue())))
                    .as("--" + option.name())
                    .isEqualTo(option.defaultValue());
        }
    }

    @Test
    void trainingSaysOnceWhatItRead() {
        assertThat(listener.reports()).hasSize(1);
        CorpusReport report = listener.reports().get(0);
        assertThat(report.trainingTokens()).isPositive();
        assertThat(report.vocabulary()).isEqualTo(vocabulary().size());
    }

    @Test
    void aModelTrainedForOneEpochIsUsable() {
        assertUsable(model);
    }

    @Test
    void theSameSeedGivesTheSameTokens() {
        for (long seed = 0; seed < SEEDS; seed++) {
            assertThat(sample(1, seed)).isEqualTo(sample(1, seed));
        }
    }

    @Test
    void everyGenerationStartsFromTheSameZeroState() {
        float[] first = model.start().first().clone();
        Predictor used = model.start();
        assertThat(used.first()).isEqualTo(first);
        for (int token : sample(1, 1)) {
            used.next(token);
        }
        assertThat(model.start().first()).isEqualTo(first);
    }

    @Test
    void aBatchPredictsWhatEachPredictorWouldPredictAlone() {
        List<int[]> sequences = List.of(sample(1, 1), sample(1, 2), sample(1, 3));
        BatchPredictor batch = model.start(sequences.size());
        List<List<float[]>> alone = sequences.stream()
                .map(tokens -> Trial.logits(model.start(), tokens))
                .toList();
        float[][] logits = batch.first();
        int longest = sequences.stream().mapToInt(tokens -> tokens.length).max().orElseThrow();
        for (int step = 0; step <= longest; step++) {
            int[] next = new int[sequences.size()];
            for (int lane = 0; lane < next.length; lane++) {
                int[] tokens = sequences.get(lane);
                if (step <= tokens.length) {
                    assertThat(logits[lane])
                            .as("logits of lane " + lane + " after " + step + " tokens")
                            .isEqualTo(alone.get(lane).get(step));
                }
                next[lane] = step < tokens.length ? tokens[step] : BatchPredictor.RESTING;
            }
            if (step < longest) {
                logits = batch.next(next);
            }
        }
    }

    @Test
    void severalThreadsSampleFromOneModelWhatOneThreadWould() throws Exception {
        List<int[]> expected = new ArrayList<>();
        for (int seed = 1; seed <= THREADS; seed++) {
            expected.add(sample(1, seed));
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<int[]>> actual = new ArrayList<>();
            for (int seed = 1; seed <= THREADS; seed++) {
                int own = seed;
                actual.add(threads.submit(() -> sample(1, own)));
            }
            for (int i = 0; i < THREADS; i++) {
                assertThat(actual.get(i).get()).as("tokens of thread " + i).isEqualTo(expected.get(i));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void predictorsDoNotDisturbEachOther() {
        int[] one = sample(1, 1);
        int[] two = sample(1, 2);
        List<float[]> aloneOne = Trial.logits(model.start(), one);
        List<float[]> aloneTwo = Trial.logits(model.start(), two);
        Predictor first = model.start();
        Predictor second = model.start();
        assertThat(first.first()).isEqualTo(aloneOne.get(0));
        assertThat(second.first()).isEqualTo(aloneTwo.get(0));
        for (int i = 0; i < Math.min(one.length, two.length); i++) {
            float[] ofFirst = first.next(one[i]);
            float[] ofSecond = second.next(two[i]);
            assertThat(ofFirst).as("logits after token " + i).isEqualTo(aloneOne.get(i + 1));
            assertThat(ofSecond).as("logits after token " + i).isEqualTo(aloneTwo.get(i + 1));
        }
    }

    @Test
    void aStoredModelGivesTheSameLogitsWhenOpened(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tiny" + ModelFile.ENDING);
        String id = generator.info().id();
        Files.write(file, ModelFile.bytes(new StoredModel(id, "1", Settings.empty(), model.contents())));
        try (Model opened = generator.open(ModelFile.read(file).contents())) {
            assertThat(opened.contents()).isEqualTo(model.contents());
            for (long seed = 0; seed < SEEDS; seed++) {
                int[] tokens = sample(1, seed);
                List<float[]> expected = Trial.logits(model.start(), tokens);
                List<float[]> actual = Trial.logits(opened.start(), tokens);
                for (int i = 0; i < expected.size(); i++) {
                    assertThat(bits(actual.get(i)))
                            .as("the bits of the logits after " + i + " tokens")
                            .isEqualTo(bits(expected.get(i)));
                }
            }
        }
    }

    @Test
    void everySymbolOfTheVocabularyHasItsId() {
        assertThat(vocabulary().symbol(Vocabulary.UNKNOWN)).isEqualTo(Vocabulary.UNKNOWN_SYMBOL);
        for (int id = 0; id < vocabulary().size(); id++) {
            assertThat(vocabulary().id(vocabulary().symbol(id))).isEqualTo(id);
        }
    }

    @Test
    void logitsAreFiniteAndAsManyAsTokensAfterTheUnknownTokenToo() {
        for (int[] tokens : sampled()) {
            int[] withUnknown = Arrays.copyOf(tokens, tokens.length + 1);
            withUnknown[tokens.length] = Vocabulary.UNKNOWN;
            Trial.logits(model.start(), withUnknown).forEach(this::assertLogits);
        }
    }

    @Test
    void whateverIsSampledDecodesFromItsFirstTokenOn() {
        for (int[] tokens : sampled()) {
            for (int length = 0; length <= tokens.length; length++) {
                Document document = codec().decode(Arrays.copyOf(tokens, length), "a title");
                assertThat(document.title()).isEqualTo("a title");
                assertThat(document.medium()).isEqualTo(generator.info().medium());
            }
        }
    }

    @Test
    void tokensDoWhatTheySay() {
        for (int[] tokens : sampled()) {
            List<Effect> effects = Trial.effects(codec(), tokens);
            for (int length = 0; length <= tokens.length; length++) {
                EffectReplay.assertSame(
                        effects.subList(0, length), codec().decode(Arrays.copyOf(tokens, length), "a prefix"));
            }
        }
    }

    @Test
    void theGrammarAllowsATokenUntilTheEndAndNeverTheUnknownOne() {
        for (int[] tokens : sampled()) {
            CodecState state = codec().start();
            for (int i = 0; i <= tokens.length; i++) {
                if (i > 0 && state.effect(tokens[i - 1]) instanceof Effect.End) {
                    assertThat(i).as("tokens up to the end").isEqualTo(tokens.length);
                    break;
                }
                boolean[] allowed = allowed(state);
                assertThat(allowed).as("allowed after " + i + " tokens").contains(true);
                assertThat(allowed[Vocabulary.UNKNOWN]).isFalse();
                if (i < tokens.length) {
                    assertThat(allowed[tokens[i]]).isTrue();
                    state.accept(tokens[i]);
                }
            }
        }
    }

    @Test
    void theGrammarAcceptsTheTrainingDocuments() {
        int accepted = 0;
        for (Document document : corpus.training()) {
            CodecState state = codec().start();
            for (int token : encoded(document).orElse(new int[0])) {
                if (token == Vocabulary.UNKNOWN) {
                    break; // what may follow is anyone's guess
                }
                assertThat(allowed(state)[token])
                        .as("'" + vocabulary().symbol(token) + "' in " + document.title())
                        .isTrue();
                state.accept(token);
                accepted++;
            }
        }
        assertThat(accepted).isPositive();
    }

    @Test
    void whatOnceWasEncodedStaysAsItIs() {
        List<Document> documents = new ArrayList<>(corpus.training());
        sampled().forEach(tokens -> documents.add(codec().decode(tokens, "generated")));
        for (Document document : documents) {
            encoded(document).filter(this::allKnown).ifPresent(once -> assertThat(
                            encoded(codec().decode(once, document.title())))
                    .as(document.title() + " after decoding and encoding")
                    .hasValueSatisfying(twice -> assertThat(twice).isEqualTo(once)));
        }
    }

    @Test
    void aGenerationIsJustAsLongAsTheLimitSays() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Effect> effects = Trial.effects(codec(), ofFullLength(model, seed));
            if (generator.info().medium() == Medium.MUSIC) {
                assertThat(EffectReplay.ticks(effects)).isEqualTo((long) BARS * EffectReplay.ticksPerBar(effects));
            } else if (effects.get(effects.size() - 1) instanceof Effect.End) {
                assertThat(EffectReplay.characters(effects)).isLessThanOrEqualTo(CHARACTERS);
            } else {
                assertThat(EffectReplay.characters(effects)).isEqualTo(CHARACTERS);
            }
        }
    }

    @Test
    void musicKeepsTheMidiContract() {
        for (long seed = 0; seed < SEEDS && generator.info().medium() == Medium.MUSIC; seed++) {
            Score decoded = (Score) codec().decode(ofFullLength(model, seed), "seed " + seed);
            // The host writes a signature where the codec names no key.
            Score score = decoded.withKey(decoded.key().orElse(new KeySignature(0, false)));
            for (MidiFileType type : MidiFileType.values()) {
                byte[] file = new MidiWriter(type).write(score, Optional.empty());
                assertThat(new MidiContract().violations(file, score)).isEmpty();
            }
        }
    }

    @Test
    void closingTwiceIsNoError() {
        Model another = generator.open(model.contents());
        another.close();
        assertThatCode(another::close).doesNotThrowAnyException();
    }

    @Test
    void aTrainingCancelledFromTheStartStillGivesAUsableModel() {
        try (Model untrained = generator.train(corpus, options(), QuietListener.impatient())) {
            assertUsable(untrained);
        }
    }

    @Test
    void anEmptyCorpusIsTheUsersFault() {
        assertThatThrownBy(() -> generator.train(TinyCorpora.empty(), options(), QuietListener.patient()))
                .isInstanceOf(UserException.class);
    }

    @Test
    void aCorpusOfOneSymbolGivesAUsableModelOrIsTheUsersFault() {
        Corpus monotonous = TinyCorpora.ofOneSymbol(generator.info().medium());
        try (Model dull = generator.train(monotonous, options(), QuietListener.patient())) {
            assertUsable(dull);
        } catch (UserException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
    }

    private void assertUsable(Model usable) {
        assertThat(usable.start().first()).hasSize(usable.codec().vocabulary().size());
        int[] tokens = ofFullLength(usable, 1);
        assertThat(tokens).isNotEmpty();
        assertThat(usable.codec().decode(tokens, "usable").medium())
                .isEqualTo(generator.info().medium());
    }

    private int[] ofFullLength(Model usable, long seed) {
        return Trial.sample(
                usable,
                1,
                seed,
                generator.info().medium() == Medium.TEXT ? new CharacterLimit(CHARACTERS) : new BarLimit(BARS));
    }

    /** Sequences of every seed at every temperature. */
    private List<int[]> sampled() {
        List<int[]> sequences = new ArrayList<>();
        for (double temperature : TEMPERATURES) {
            for (long seed = 0; seed < SEEDS; seed++) {
                sequences.add(sample(temperature, seed));
            }
        }
        return sequences;
    }

    private int[] sample(double temperature, long seed) {
        return Trial.sample(model, temperature, seed, new TokenLimit(MOST_TOKENS));
    }

    private Codec<?> codec() {
        return model.codec();
    }

    private Vocabulary vocabulary() {
        return codec().vocabulary();
    }

    private Optional<int[]> encoded(Document document) {
        try {
            return Optional.of(Trial.encode(codec(), document));
        } catch (UnsuitableDocumentException e) {
            assertThat(e.getMessage()).isNotBlank();
            return Optional.empty();
        }
    }

    private boolean allKnown(int[] tokens) {
        return Arrays.stream(tokens).noneMatch(token -> token == Vocabulary.UNKNOWN);
    }

    private boolean[] allowed(CodecState state) {
        boolean[] allowed = new boolean[vocabulary().size()];
        state.allowed(allowed);
        return allowed;
    }

    private void assertLogits(float[] logits) {
        assertThat(logits).hasSize(vocabulary().size());
        for (float logit : logits) {
            assertThat(Float.isFinite(logit))
                    .as("a logit of " + logit + " is finite")
                    .isTrue();
        }
    }

    private static int[] bits(float[] values) {
        return IntStream.range(0, values.length)
                .map(i -> Float.floatToRawIntBits(values[i]))
                .toArray();
    }
}
