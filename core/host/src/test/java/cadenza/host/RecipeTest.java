package cadenza.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.api.document.Text;
import cadenza.host.control.Controls;
import cadenza.host.rewriting.BarRange;
import cadenza.host.rewriting.RewritingTask;
import cadenza.host.sampling.SamplerSettings;
import cadenza.host.sampling.stage.Dry;
import cadenza.host.sampling.stage.LogitBias;
import cadenza.host.sampling.stage.Mirostat;
import cadenza.host.sampling.stage.RepetitionPenalty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {
    private static final SamplerSettings SAMPLER = new SamplerSettings(0.9, 40, 0.95);

    private static final SamplerSettings EVERY_SAMPLER = new SamplerSettings(
            0.9,
            40,
            0.95,
            0.02,
            0.9,
            new RepetitionPenalty(1.1, 32),
            new Dry(0.8, 1.5, 16, 4096, List.of("\n", "\"")),
            Mirostat.OFF,
            new LogitBias(Map.of("\n", -2.0)));

    static Stream<Request> requests() {
        return Stream.of(
                new Request.Compose(8, OptionalDouble.empty(), SAMPLER, 7),
                new Request.Compose(10_000, OptionalDouble.of(92.5), SamplerSettings.PLAIN, Long.MIN_VALUE),
                rewrite(new RewritingTask.Fill(new BarRange(3, 4), List.of("soprano", "2"))),
                rewrite(new RewritingTask.Fill(new BarRange(1, 1), List.of())),
                rewrite(new RewritingTask.Harmonise("bass")),
                rewrite(new RewritingTask.Vary(0.3, Optional.empty(), List.of())),
                rewrite(new RewritingTask.Vary(1, Optional.of(new BarRange(2, 900)), List.of("tenor"))),
                new Request.Write("", 1, SAMPLER, Long.MAX_VALUE),
                new Request.Write("", 1, EVERY_SAMPLER, 3),
                new Request.Write("\"ROMEO:\"\n\\ \u0000\ud83d\ude00", 400, SAMPLER, -1),
                new Request.FillGap(
                        Request.FillGap.NOTHING, new Text("a.txt", "\n\ud83d\ude00 \"b\""), 80, SAMPLER, 9));
    }

    private static Request rewrite(RewritingTask task) {
        return new Request.Rewrite(
                new MidiSource("a song.mid", "TVRoZA==", Optional.of("1/16")), task, Controls.NONE, 64, SAMPLER, 5);
    }

    private static Recipe recipe(Request request) {
        return new Recipe("chorales", "ab".repeat(32), "music-gru", "0.1.0", request);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void survivesTheRoundTrip(Request request) {
        Recipe recipe = recipe(request);
        assertThat(Recipe.parse(recipe.toJson(), "a file")).isEqualTo(recipe);
        assertThat(Recipe.parse(recipe.toPrettyJson(), "a file")).isEqualTo(recipe);
        assertThat(recipe.toJson()).doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/tmp/x.mid", "..\\x.mid", "a/b.mid", "a\u0000b.mid"})
    void aSourceThatIsNoNameOfAFileIsRefused(String name) {
        assertThatThrownBy(() -> new MidiSource(name, "TVRoZA==", Optional.empty()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is no name of a file without folders");
    }

    @Test
    void isWrittenInOneWay() {
        assertThat(recipe(new Request.Compose(8, OptionalDouble.of(90), SAMPLER, 7))
                        .toJson())
                .isEqualTo("{\"sampling\":1,\"generator\":\"music-gru\",\"generatorVersion\":\"0.1.0\","
                        + "\"model\":\"chorales\",\"modelHash\":\"" + "ab".repeat(32) + "\",\"seed\":7,"
                        + "\"sampler\":{\"temperature\":0.9,\"topK\":40,\"topP\":0.95},"
                        + "\"compose\":{\"bars\":8,\"tempo\":90.0}}");
    }

    @Test
    void ofALaterWayOfSamplingIsRefused() {
        String later =
                recipe(new Request.Write("", 1, SAMPLER, 1)).toJson().replace("\"sampling\":1", "\"sampling\":2");
        assertThatThrownBy(() -> Recipe.parse(later, "poem.txt"))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "the recipe in 'poem.txt' cannot be followed: it was sampled the way 2, this Cadenza knows 1;"
                                + " update Cadenza");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no recipe",
                "{}",
                "[]",
                "{\"sampling\":1}",
                "{\"sampling\":\"1\"}",
                "{\"sampling\":1,\"generator\":\"g\",\"generatorVersion\":\"1\",\"model\":\"m\",\"modelHash\":\"h\",\"seed\":1,"
                        + "\"sampler\":{\"temperature\":1.0,\"topK\":0,\"topP\":1.0}}",
                "{\"sampling\":1,\"generator\":\"g\",\"generatorVersion\":\"1\",\"model\":\"m\",\"modelHash\":\"h\",\"seed\":1,"
                        + "\"sampler\":{\"temperature\":1.0,\"topK\":0,\"topP\":1.0},\"compose\":{\"bars\":0}}",
                "{\"sampling\":1,\"generator\":\"g\",\"generatorVersion\":\"1\",\"model\":\"m\",\"modelHash\":\"h\",\"seed\":1,"
                        + "\"sampler\":{\"temperature\":1.0,\"topK\":0,\"topP\":1.0},\"compose\":{\"bars\":1,\"tempo\":1}}",
                "{\"sampling\":1,\"generator\":\"g\",\"generatorVersion\":\"1\",\"model\":\"m\",\"modelHash\":\"h\",\"seed\":1,"
                        + "\"sampler\":{\"temperature\":-1,\"topK\":0,\"topP\":1.0},\"write\":{\"prime\":\"\",\"length\":1}}",
                "{\"sampling\":1,\"generator\":\"g\",\"generatorVersion\":\"1\",\"model\":\"m\",\"modelHash\":\"h\",\"seed\":1.5,"
                        + "\"sampler\":{\"temperature\":1,\"topK\":0,\"topP\":1.0},\"write\":{\"prime\":\"\",\"length\":1}}"
            })
    void whatIsNoRecipeIsTheUsersFaultInOneLine(String json) {
        assertThatThrownBy(() -> Recipe.parse(json, "poem.txt"))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("the recipe in 'poem.txt' cannot be followed: ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
}
