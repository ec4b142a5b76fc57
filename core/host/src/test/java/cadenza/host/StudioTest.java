package cadenza.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cadenza.api.Corpus;
import cadenza.api.Model;
import cadenza.api.Settings;
import cadenza.api.TrainingOptions;
import cadenza.api.UserException;
import cadenza.api.document.Document;
import cadenza.api.document.Medium;
import cadenza.api.document.Meter;
import cadenza.api.document.Score;
import cadenza.api.document.Text;
import cadenza.host.models.ModelFile;
import cadenza.host.models.ModelHash;
import cadenza.host.music.MidiReader;
import cadenza.host.music.MidiWriter;
import cadenza.host.plugins.LoadedGenerator;
import cadenza.host.plugins.PluginException;
import cadenza.host.plugins.PluginJars;
import cadenza.host.sampling.SamplerSettings;
import cadenza.host.sampling.stage.Dry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioTest {
    private static final SamplerSettings PLAIN = SamplerSettings.PLAIN;
    private static final FakeLetters LETTERS = FakeLetters.of("a", "b", "c", " ", "\ud83d\ude00");

    @TempDir
    Path folder;

    private Studio studio;

    @BeforeEach
    void openAStudioWithOnePlugin() {
        PluginJars.good("tiny-text").writeTo(folder.resolve("home/plugins/tiny.jar"));
        studio = new Studio(new StudioFolders(folder.resolve("home"), Optional.of(folder.resolve("distribution"))));
    }

    @AfterEach
    void closeTheStudio() {
        studio.close();
    }

    private static OpenedModel opened(Medium medium, Model model) {
        LoadedGenerator generator = new LoadedGenerator("fake", "1.0.0", FakeGenerator.of("fake", medium, model));
        return new OpenedModel("fake-model", ModelHash.of("0".repeat(64)), generator, Settings.empty(), model);
    }

    private static OpenedModel letters() {
        return opened(Medium.TEXT, FakeModel.constant(LETTERS, 0, 2, 1, 1, 1, 0));
    }

    private static OpenedModel tune() {
        return opened(Medium.MUSIC, FakeModel.undecided(new FakeTune()));
    }

    private static Request.Compose bars(int bars, long seed) {
        return new Request.Compose(bars, OptionalDouble.empty(), PLAIN, seed);
    }

    @Test
    void aTextIsThePrimeAndAsManyCharactersAsAskedFor() {
        List<String> stream = new ArrayList<>();
        Recipe recipe = studio.write(letters(), new Request.Write("abc", 30, PLAIN, 1), stream::add);
        assertThat(String.join("", stream).codePoints()).hasSize(33);
        assertThat(stream).hasSize(31).startsWith("abc");
        assertThat(recipe)
                .isEqualTo(new Recipe(
                        "fake-model", "0".repeat(64), "fake", "1.0.0", new Request.Write("abc", 30, PLAIN, 1)));
    }

    /** Another text here means that sampling changed, and that no recipe made before can be replayed. */
    @Test
    void aSeedMeansThisTextForEver() {
        assertThat(write(0, PLAIN))
                .isEqualTo(
                        "bcaac\ud83d\ude00ab  aaacbacabaabac\ud83d\ude00ac \ud83d\ude00 aaca\ud83d\ude00\ud83d\ude00 aaa");
        assertThat(write(42, PLAIN))
                .isEqualTo("aac \ud83d\ude00cc cbca ac c ccaaababa caac \ud83d\ude00 c ab\ud83d\ude00");
        assertThat(write(42, new SamplerSettings(0.5, 3, 0.8))).isEqualTo("aaabbaaaaaaaaaaaaaaaaaaaaaaaaaaaabaaaaab");
        assertThat(write(42, new SamplerSettings(0, 0, 1))).isEqualTo("a".repeat(40));
    }

    private String write(long seed, SamplerSettings sampler) {
        StringBuilder page = new StringBuilder();
        studio.write(letters(), new Request.Write("", 40, sampler, seed), page::append);
        return page.toString();
    }

    @Test
    void textsMadeTogetherAreThoseMadeAlone() {
        List<Request.Write> requests = new ArrayList<>();
        List<StringBuilder> pages = new ArrayList<>();
        for (int seed = 0; seed < 9; seed++) {
            requests.add(new Request.Write("", 40, PLAIN, seed));
            pages.add(new StringBuilder());
        }
        List<Recipe> recipes = studio.write(
                letters(),
                requests,
                pages.stream().<Consumer<String>>map(page -> page::append).toList());
        for (int seed = 0; seed < 9; seed++) {
            assertThat(pages.get(seed)).hasToString(write(seed, PLAIN));
            assertThat(recipes.get(seed).request()).isEqualTo(requests.get(seed));
        }
    }

    @Test
    void clipsMadeTogetherAreThoseMadeAlone() {
        List<Request.Compose> requests =
                LongStream.range(0, 9).mapToObj(seed -> bars(4, seed)).toList();
        List<Clip> together = studio.compose(tune(), requests);
        for (int seed = 0; seed < 9; seed++) {
            assertThat(together.get(seed).midi())
                    .isEqualTo(studio.compose(tune(), bars(4, seed)).midi());
        }
    }

    @Test
    void aSeedMeansThisMusicForEver() {
        assertThat(notes(studio.compose(tune(), bars(4, 7)).score())).isEqualTo("3/4: 60x4 67x4 67x1 60x1 60x2");
    }

    private static String notes(Score score) {
        return score.meters().get(0).meter() + ": "
                + score.tracks().get(0).notes().stream()
                        .map(note -> note.pitch() + "x" + note.duration() / Score.TICKS_PER_QUARTER)
                        .collect(Collectors.joining(" "));
    }

    @Test
    void aPrimeOfUnknownCharactersIsTheUsersFault() {
        assertThatThrownBy(() -> studio.write(letters(), new Request.Write("axbyx\u00e9", 3, PLAIN, 1), piece -> {}))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "--prime has characters that model 'fake-model' does not know: x y \u00e9; leave them out, or"
                                + " train on text that has them");
    }

    @Test
    void aClipHasFullBarsAndItsRecipe() throws IOException {
        for (long seed = 0; seed < 10; seed++) {
            Clip clip = studio.compose(tune(), bars(4, seed));
            Meter meter = clip.score().meters().get(0).meter();
            assertThat(clip.score().end()).isEqualTo(4L * meter.ticksPerBar());
            assertThat(clip.score().title()).endsWith(" - seed " + seed);
            Path file = Files.write(folder.resolve("clip.mid"), clip.midi());
            assertThat(studio.recipeOf(file)).isEqualTo(clip.recipe());
            assertThat(new MidiReader().read(file).tracks().get(0).notes())
                    .isEqualTo(clip.score().tracks().get(0).notes());
        }
    }

    @Test
    void theSameRequestGivesTheSameBytesAndAnotherSeedOthers() {
        byte[] first = studio.compose(tune(), bars(4, 1)).midi();
        assertThat(studio.compose(tune(), bars(4, 1)).midi()).isEqualTo(first);
        assertThat(studio.compose(tune(), bars(4, 2)).midi()).isNotEqualTo(first);
    }

    @Test
    void theTempoIsTheModelsOwnUnlessAskedFor() {
        assertThat(studio.compose(tune(), bars(1, 1)).score().tempos().get(0).beatsPerMinute())
                .isEqualTo(90);
        Request.Compose fast = new Request.Compose(1, OptionalDouble.of(200), PLAIN, 1);
        assertThat(studio.compose(tune(), fast).score().tempos().get(0).beatsPerMinute())
                .isEqualTo(200);
    }

    @Test
    void aModelOfTheOtherMediumIsTheUsersFault() {
        assertThatThrownBy(() -> studio.compose(letters(), bars(1, 1)))
                .isInstanceOf(UserException.class)
                .hasMessage("model 'fake-model' makes text, not music; use 'cadenza write'");
        assertThatThrownBy(() -> studio.write(tune(), new Request.Write("", 1, PLAIN, 1), piece -> {}))
                .isInstanceOf(UserException.class)
                .hasMessage("model 'fake-model' makes music, not text; use 'cadenza compose'");
    }

    @Test
    void badLogitsAreThePluginsFaultNamingPluginAndStep() {
        OpenedModel bad = opened(Medium.TEXT, new FakeModel(LETTERS, step -> step == 3 ? null : new float[6]));
        assertThatThrownBy(() -> studio.write(bad, new Request.Write("", 9, PLAIN, 1), piece -> {}))
                .isInstanceOf(PluginException.class)
                .hasMessage("plugin 'fake' 1.0.0 failed in Predictor.next at step 3: it gave no logits for 6 tokens");
    }

    @Test
    void theRecommendedSamplerIsTheCards() {
        OpenedModel silent = letters();
        assertThat(silent.recommendedSampler()).isEqualTo(PLAIN);
        SamplerSettings sampler = new SamplerSettings(0.7, 5, 0.9);
        Settings card = Settings.empty().with("sampler", sampler.toSettings());
        OpenedModel telling = new OpenedModel("x", ModelHash.of("0"), silent.generator(), card, silent.model());
        assertThat(telling.recommendedSampler()).isEqualTo(sampler);
    }

    @Test
    void closingAModelClosesIt() {
        FakeModel model = FakeModel.undecided(LETTERS);
        opened(Medium.TEXT, model).close();
        assertThat(model.closed()).isEqualTo(1);
    }

    @Test
    void trainingGivesWhatTheGeneratorGivesAndNamesAPluginThatFails() {
        TrainingOptions options = new TrainingOptions(Settings.empty(), OptionalInt.of(1), Optional.empty(), 1);
        Corpus corpus = new Corpus(List.of(new Text("a", "a")), List.of());
        OpenedModel fake = letters();
        assertThat(studio.train(fake.generator(), corpus, options, new FakeListener())
                        .contents())
                .isEqualTo(fake.model().contents());
        LoadedGenerator tiny = studio.plugins().generator("tiny-text");
        assertThatThrownBy(() -> studio.train(tiny, corpus, options, new FakeListener()))
                .isInstanceOf(PluginException.class)
                .hasMessage("plugin 'tiny-text' 1.2.3 failed in Generator.train: this one cannot learn");
    }

    @Test
    void aKeptModelIsOpenedByNameOrFileAndWrites() {
        Path file = keep("bard", 1);
        for (String nameOrFile : List.of("bard", file.toString())) {
            try (OpenedModel bard = studio.open(nameOrFile)) {
                assertThat(bard.name()).isEqualTo("bard");
                assertThat(bard.hash()).isEqualTo(ModelFile.sha256(file));
                assertThat(bard.card()).isEqualTo(Settings.empty().with("title", "by hand"));
                StringBuilder page = new StringBuilder();
                studio.write(bard, new Request.Write("b", 20, PLAIN, 1), page::append);
                assertThat(page.toString()).startsWith("b").hasSizeGreaterThanOrEqualTo(21);
            }
        }
    }

    /** Keeps a model of the plugin, whose weights are this number. */
    private Path keep(String name, float weight) {
        LoadedGenerator tiny = studio.plugins().generator("tiny-text");
        Model model = FakeModel.constant(FakeLetters.of("a", "b"), weight, weight, weight);
        return studio.keep(name, tiny, model, Settings.empty().with("title", "by hand"));
    }

    @Test
    void aModelThatItsGeneratorRefusesIsNamedWithItsFile() {
        LoadedGenerator tiny = studio.plugins().generator("tiny-text");
        Path file = studio.keep("odd", tiny, FakeModel.constant(FakeLetters.of("a", "b"), 1, 2), Settings.empty());
        assertThatThrownBy(() -> studio.open("odd"))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "'" + file + "' is no usable Cadenza model: the tensor 'logits' has the shape [2], not [3]");
    }

    @Test
    void aModelOfAGeneratorThatIsNotHereIsTheUsersFault() {
        studio.keep("stranger", letters().generator(), letters().model(), Settings.empty());
        assertThatThrownBy(() -> studio.open("stranger"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("generator 'fake' is not installed");
    }

    @Test
    void aRecipeFindsItsModelByContentWhateverItsName() {
        keep("bard", 1);
        Recipe recipe = studio.write(studio.open("bard"), new Request.Write("", 5, PLAIN, 1), piece -> {});
        assertThat(studio.openFor(recipe).name()).isEqualTo("bard");
        keep("another", 1);
        keep("bard", 2);
        OpenedModel found = studio.openFor(recipe);
        assertThat(found.hash()).isEqualTo(recipe.modelHash());
        assertThat(studio.write(found, (Request.Write) recipe.request(), piece -> {}))
                .isEqualTo(recipe);
    }

    @Test
    void theMissingPartOfARecipeIsNamed() {
        keep("bard", 1);
        Request write = new Request.Write("", 5, PLAIN, 1);
        String hash = "f".repeat(64);
        assertMissing(
                new Recipe("bard", hash, "tiny-text", "1.2.3", write), "the recipe's model 'bard' is here with other");
        assertMissing(new Recipe("poet", hash, "tiny-text", "1.2.3", write), "the recipe's model 'poet' is not here");
        assertMissing(new Recipe("poet", hash, "tiny-text", "1.2.3", write), "SHA-256 " + hash);
        assertMissing(
                new Recipe("bard", hash, "tiny-text", "9.9.9", write),
                "asks for generator 'tiny-text' 9.9.9; here is 1.2.3");
        assertMissing(new Recipe("bard", hash, "other", "1.2.3", write), "generator 'other' is not installed");
    }

    private void assertMissing(Recipe recipe, String said) {
        assertThatThrownBy(() -> studio.openFor(recipe))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(said);
    }

    @Test
    void theRecipeOfATextIsBesideIt() throws IOException {
        Recipe recipe = studio.write(letters(), new Request.Write("", 5, PLAIN, 1), piece -> {});
        Path text = Files.writeString(folder.resolve("text.txt"), "abcab");
        Path beside = Files.writeString(folder.resolve("text.txt.recipe.json"), recipe.toPrettyJson());
        assertThat(studio.recipeOf(text)).isEqualTo(recipe);
        assertThat(studio.recipeOf(beside)).isEqualTo(recipe);
    }

    @Test
    void aFileWithoutARecipeIsTheUsersFault() throws IOException {
        Path text = Files.writeString(folder.resolve("poem.txt"), "roses");
        Path midi = Files.write(
                folder.resolve("other.mid"),
                new MidiWriter().write(studio.compose(tune(), bars(1, 1)).score(), Optional.empty()));
        for (Path file : List.of(text, midi, folder.resolve("missing"), folder)) {
            assertThatThrownBy(() -> studio.recipeOf(file))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("'" + file + "'")
                    .hasMessageContaining("Cadenza made");
        }
    }

    @Test
    void anEvaluationIsOfTheModelsMedium() {
        Evaluation evaluation = studio.evaluate(letters(), List.of(new Text("a", "abc")), (document, reason) -> {});
        assertThat(evaluation.medium()).isEqualTo(Medium.TEXT);
        assertThat(evaluation.tokens()).isEqualTo(3);
    }

    @Test
    void aModelThatDoesNotImproviseIsMeasuredByMaskedPlaces() {
        OpenedModel opened = opened(Medium.TEXT, FakeMaskedModel.undecided(FakeLetters.of("a", "b", "c")));
        List<Document> documents = List.of(new Text("a", "abc"), new Text("b", "a".repeat(300)));
        MaskedEvaluation evaluation = studio.evaluateMasked(opened, documents, (document, reason) -> {});

        assertThat(evaluation.method())
                .isEqualTo("masked 203 of 303 places, one at a time, at most 200 a document, by a fixed stride");
        Settings figures = evaluation.toSettings();
        assertThat(figures.names()).containsExactly("documents", "places", "masked", "nllPerPlace", "accuracy");
        assertThat(figures.decimal("nllPerPlace", 0, 9)).isCloseTo(Math.log(4), within(1e-9));
        // The first of equals is a: right but for b and c.
        assertThat(figures.decimal("accuracy", 0, 1)).isCloseTo(201.0 / 203, within(1e-9));
    }

    @Test
    void aModelThatDoesNotImproviseIsRefusedWhereOneMust() {
        OpenedModel text = opened(Medium.TEXT, FakeMaskedModel.undecided(LETTERS));
        OpenedModel music = opened(Medium.MUSIC, FakeMaskedModel.undecided(new FakeTune()));
        String writes = "model 'fake-model' rewrites, from what is before and behind, and begins nothing";
        List<ThrowingCallable> calls = List.of(
                () -> studio.write(text, new Request.Write("a", 3, PLAIN, 1), page -> {}),
                () -> studio.pick(text, "a"),
                () -> studio.evaluate(text, List.of(new Text("a", "abc")), (document, reason) -> {}),
                () -> studio.compose(music, bars(1, 1)),
                () -> studio.improvise(music, List.of(bars(1, 1))));
        for (ThrowingCallable call : calls) {
            assertThatThrownBy(call).isInstanceOf(UserException.class).hasMessageStartingWith(writes);
        }
    }

    @Test
    void aModelThatOnlyImprovisesHasNoMaskedPlaces() {
        assertThatThrownBy(
                        () -> studio.evaluateMasked(letters(), List.of(new Text("a", "abc")), (document, reason) -> {}))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "model 'fake-model' goes from left to right, and rewrites nothing; give another --model, one"
                                + " that predicts masked tokens, such as 'cadenza train --generator text-brnn' makes");
    }

    private static Request.FillGap gap(String before, String after, int characters, SamplerSettings sampler) {
        return new Request.FillGap(new Text("one.txt", before), new Text("two.txt", after), characters, sampler, 7);
    }

    @Test
    void aFilledGapStandsBetweenWhatWasThere() {
        OpenedModel opened = opened(Medium.TEXT, FakeMaskedModel.undecided(LETTERS));
        Request.FillGap request = gap("ab ", " c", 12, PLAIN);
        FilledGap filled = studio.fillGap(opened, request);
        assertThat(filled.gap().codePoints()).hasSize(12);
        assertThat(filled.text()).isEqualTo("ab " + filled.gap() + " c");
        assertThat(studio.fillGap(opened, request)).isEqualTo(filled);
        assertThat(studio.fillGap(opened, request.withSeed(8)).gap()).isNotEqualTo(filled.gap());
        assertThat(Recipe.parse(filled.recipe().toPrettyJson(), "a file").request())
                .isEqualTo(request);
    }

    @Test
    void whatCannotFillAGapIsTheUsersFault() {
        OpenedModel masked = opened(Medium.TEXT, FakeMaskedModel.undecided(LETTERS));
        SamplerSettings remembering = PLAIN.with(new Dry(1, Dry.BASE, Dry.ALLOWED_LENGTH, Dry.WINDOW, Dry.BREAKERS));
        assertRefused(() -> studio.fillGap(tune(), gap("a", "b", 1, PLAIN)), "makes music, not text");
        assertRefused(
                () -> studio.fillGap(letters(), gap("a", "b", 1, PLAIN)),
                "'cadenza train --generator text-brnn' makes");
        assertRefused(
                () -> studio.fillGap(masked, gap("axb", "b", 1, PLAIN)),
                "--before 'one.txt' has characters that the model does not know: x;");
        assertRefused(() -> studio.fillGap(masked, gap("a", "b", 1, remembering)), "--dry 1.0 goes by the tokens");
    }

    private static void assertRefused(ThrowingCallable call, String said) {
        assertThatThrownBy(call).isInstanceOf(UserException.class).hasMessageContaining(said);
    }
}
