package cadenza.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Settings;
import cadenza.host.plugins.Deadlines;
import cadenza.host.plugins.LoadedGenerator;
import cadenza.host.plugins.PluginException;
import cadenza.host.plugins.PluginJars;
import cadenza.host.sampling.SamplerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plugins that load well and go wrong when they are used: each is named, and another goes on as before. */
class BadPluginsTest {
    private static final String OPEN = "Model open(ModelContents contents)";
    private static final String CODEC = "Codec<?> codec()";
    private static final String START = "Predictor start()";
    private static final String FIRST = "float[] first()";
    private static final String NEXT = "float[] next(int token)";
    private static final String ALLOWED = "void allowed(boolean[] allowed)";
    private static final String EFFECT = "Effect effect(int token)";
    private static final String ACCEPT = "void accept(int token)";
    private static final String CODEC_START = "CodecState start()";
    private static final String ENCODE = "int[] encode(Text text)";
    private static final Deadlines SHORT = Deadlines.ofToken(Duration.ofMillis(250));

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @BeforeAll
    static void compileTheGoodOneOnce() {
        PluginJars.good("good-text").writeTo(shared.resolve("good.jar"));
    }

    static Stream<Arguments> badPlugins() {
        return Stream.of(
                bad("open throws", OPEN, "throw new IllegalStateException(\"no luck\");", "Generator.open: no luck"),
                bad("open never returns to itself", OPEN, "return open(contents);", "Generator.open: StackOverflow"),
                bad("open throws an error", OPEN, "throw new LinkageError(\"torn\");", "Generator.open: torn"),
                bad(
                        "open throws what it cannot",
                        OPEN,
                        "throw Tiny.<Error>undeclared();",
                        "Generator.open: from another"),
                bad("open gives nothing", OPEN, "return null;", "Generator.open: it gave no model (null)"),
                bad("has no codec", CODEC, "return null;", "Model.codec: it gave nothing (null)"),
                bad(
                        "has a vocabulary with a duplicate",
                        CODEC,
                        "return new Letters(Vocabulary.of(List.of(\"a\", \"a\")));",
                        "Model.codec: symbol 'a' occurs twice in the vocabulary"),
                bad(
                        "has a vocabulary without a symbol",
                        CODEC,
                        "return new Letters(Vocabulary.of(Arrays.asList(\"a\", null)));",
                        "Model.codec: NullPointerException"),
                bad(
                        "has no vocabulary",
                        CODEC,
                        "return new Letters(null);",
                        "Codec.vocabulary: it gave nothing (null)"),
                bad(
                        "has a vocabulary in another order",
                        CODEC,
                        "return new Letters(Vocabulary.of(List.of(\"b\", \"a\")));",
                        "Codec.vocabulary: its token 1 is 'b', that of the model's contents is 'a'"),
                bad("does not start", START, "return null;", "Predictor.first at step 0: "),
                bad(
                        "gives no logits",
                        FIRST,
                        "return null;",
                        "Predictor.first at step 0: it gave no logits for 3 tokens"),
                bad("gives too few", NEXT, "return new float[2];", "Predictor.next at step 1: it gave 2 logits for 3"),
                bad("gives too many", NEXT, "return new float[4];", "Predictor.next at step 1: it gave 4 logits for 3"),
                bad(
                        "gives NaN",
                        NEXT,
                        "return of(Float.NaN);",
                        "Predictor.next at step 1: its logit of token 2 is NaN"),
                bad(
                        "gives Inf",
                        NEXT,
                        "return of(1 / 0f);",
                        "Predictor.next at step 1: its logit of token 2 is Infinity"),
                bad(
                        "gives -Inf",
                        NEXT,
                        "return of(-1 / 0f);",
                        "Predictor.next at step 1: its logit of token 2 is -Inf"),
                bad("next throws", NEXT, "throw new ArithmeticException(\"odd\");", "Predictor.next at step 1: odd"),
                bad("next overflows", NEXT, "return next(token);", "Predictor.next at step 1: StackOverflowError"),
                bad("has no grammar", CODEC_START, "return null;", "Codec.start: it gave nothing (null)"),
                bad(
                        "allows nothing",
                        ALLOWED,
                        "Arrays.fill(allowed, false); return;",
                        "broke its contract: its grammar allows no token at step 1"),
                bad(
                        "allows the unknown token",
                        ALLOWED,
                        "Arrays.fill(allowed, true); return;",
                        "CodecState.allowed at step 1: it allows the unknown token"),
                bad(
                        "writes beyond the allowed",
                        ALLOWED,
                        "allowed[allowed.length] = true;",
                        "CodecState.allowed at step 1: Index 3 out of bounds for length 3"),
                bad(
                        "has no effects",
                        EFFECT,
                        "return null;",
                        "CodecState.effect at step 0: token 1 has no effect (null)"),
                bad(
                        "writes nothing at all",
                        EFFECT,
                        "return new Effect.Write(\"\");",
                        "CodecState.effect at step 0: an effect writes no character; make it a None"),
                bad(
                        "has effects of music",
                        EFFECT,
                        "return new Effect.Advance(480);",
                        "CodecState.effect at step 0: token 1 has the effect Advance[ticks=480], which is none of text"),
                bad(
                        "goes back in time",
                        EFFECT,
                        "return new Effect.Advance(-5);",
                        "CodecState.effect at step 0: an effect advances by ticks: -5, which is not 1 or more"),
                bad(
                        "never gets longer",
                        EFFECT,
                        "return new Effect.None();",
                        "broke its contract: 10000 tokens in a row did not make the document any longer"),
                bad(
                        "accept throws",
                        ACCEPT,
                        "throw new NullPointerException();",
                        "CodecState.accept at step 0: NullPoint"),
                bad("encodes out of range", ENCODE, "return new int[] {7};", "Codec.encode: it gave the token 7 of '"),
                bad("encodes to nothing", ENCODE, "return null;", "Codec.encode: it gave no tokens (null) of '"));
    }

    private static Arguments bad(String what, String method, String statements, String said) {
        return Arguments.of(what, method, statements, said);
    }

    @ParameterizedTest(name = "one that {0}")
    @MethodSource("badPlugins")
    void aBadPluginIsNamedAndAnotherGoesOn(String what, String method, String statements, String said) {
        PluginJars bad = PluginJars.good("bad-text").beginning(method, statements);
        try (Studio studio = studio(bad, Deadlines.DEFAULT)) {
            String before = written(studio, "good");
            assertThatThrownBy(() -> written(studio, "bad"))
                    .isInstanceOf(PluginException.class)
                    .message()
                    .startsWith("plugin 'bad-text' 1.2.3 ")
                    .contains(said.startsWith("broke") ? said : "failed in " + said)
                    .doesNotContain("\n");
            assertThat(written(studio, "good")).isEqualTo(before).hasSize(21);
        }
    }

    static Stream<Arguments> hangingPlugins() {
        return Stream.of(
                Arguments.of(OPEN, "Generator.open within 0.75 s"),
                Arguments.of(CODEC, "Model.codec within 0.75 s"),
                Arguments.of(START, "Model.start within 0.75 s"),
                Arguments.of(FIRST, "Predictor.first at step 0 within 0.25 s"),
                Arguments.of(NEXT, "Predictor.next at step 1 within 0.25 s"),
                Arguments.of(ENCODE, "Codec.encode within 0.75 s"),
                Arguments.of(ALLOWED, "CodecState.allowed at step 1 within 0.25 s"),
                Arguments.of(EFFECT, "CodecState.effect at step 0 within 0.25 s"),
                Arguments.of(ACCEPT, "CodecState.accept at step 0 within 0.25 s"));
    }

    @ParameterizedTest(name = "one that hangs in {1}")
    @MethodSource("hangingPlugins")
    @Timeout(60)
    void aCallThatDoesNotComeBackIsGivenUpAndAnotherPluginGoesOn(String method, String place) {
        PluginJars bad = PluginJars.good("bad-text").beginning(method, "Tiny.hang();");
        try (Studio studio = studio(bad, SHORT)) {
            String before = written(studio, "good");
            assertThatThrownBy(() -> written(studio, "bad"))
                    .isInstanceOf(PluginException.class)
                    .hasMessage("plugin 'bad-text' 1.2.3 did not come back from " + place
                            + ", and was given up; --deadline gives it longer");
            assertThat(written(studio, "good")).isEqualTo(before);
        }
    }

    @Test
    @Timeout(60)
    void ofSeveralTextsTogetherOneThatHangsEndsAll() {
        PluginJars bad = PluginJars.good("bad-text")
                .beginning(NEXT, "if (Thread.currentThread().getId() % 2 == 0) Tiny.hang();");
        try (Studio studio = studio(bad, SHORT);
                OpenedModel opened = studio.open("bad")) {
            List<Request.Write> requests = Stream.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L)
                    .map(seed -> new Request.Write("", 100_000_000, SamplerSettings.PLAIN, seed))
                    .toList();
            List<Consumer<String>> pages = requests.stream()
                    .<Consumer<String>>map(request -> text -> {})
                    .toList();
            assertThatThrownBy(() -> studio.write(opened, requests, pages))
                    .isInstanceOf(PluginException.class)
                    .hasMessageContaining("did not come back from Predictor.next at step 1 within");
        }
    }

    @Test
    void aPluginThatFailsToCloseAModelIsNamed() {
        PluginJars bad =
                PluginJars.good("bad-text").beginning("void close()", "throw new IllegalStateException(\"stuck\");");
        try (Studio studio = studio(bad, Deadlines.DEFAULT)) {
            OpenedModel opened = studio.open("bad");
            assertThatThrownBy(opened::close)
                    .isInstanceOf(PluginException.class)
                    .hasMessage("plugin 'bad-text' 1.2.3 failed in Model.close: stuck");
        }
    }

    /** Two plugins, each with a model of its own. */
    private Studio studio(PluginJars bad, Deadlines deadlines) {
        Path plugins = folder.resolve("home/plugins");
        bad.writeTo(plugins.resolve("bad.jar"));
        copy(shared.resolve("good.jar"), plugins.resolve("good.jar"));
        Studio studio = new Studio(
                new StudioFolders(folder.resolve("home"), Optional.empty()), SamplerListeners.NONE, deadlines);
        for (String name : List.of("bad", "good")) {
            LoadedGenerator generator = studio.plugins().generator(name + "-text");
            FakeModel model = FakeModel.constant(FakeLetters.of("a", "b"), 0, 1, 2);
            studio.keep(name, generator, model, Settings.empty());
        }
        return studio;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(Studio studio, String name) {
        StringBuilder page = new StringBuilder();
        try (OpenedModel opened = studio.open(name)) {
            studio.write(opened, new Request.Write("a", 20, SamplerSettings.PLAIN, 1), page::append);
        }
        return page.toString();
    }
}
