package cadenza.host.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Settings;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final Settings ALL = Settings.empty()
            .with("text", "\"quoted\" \\ \n\u0000\u2028\ud83d\ude00")
            .with("long", Long.MIN_VALUE)
            .with("double", -1.25e-300)
            .with("whole double", 3.0)
            .with("true", true)
            .with("false", false)
            .with("list", List.of(1, "two", List.of(), Settings.empty()))
            .with("object", Settings.empty().with("inner", Settings.empty().with("x", 1)))
            .with("", "no name");

    @Test
    void settingsSurviveTheRoundTrip() throws IOException {
        for (String json : List.of(Json.write(ALL), Json.writePretty(ALL))) {
            Settings read = Json.read(json);
            assertThat(read).isEqualTo(ALL);
            assertThat(read.names()).containsExactlyElementsOf(ALL.names());
        }
    }

    @Test
    void oneIsOfOneLineTheOtherForReading() {
        assertThat(Json.write(ALL)).doesNotContain("\n");
        assertThat(Json.writePretty(Settings.empty().with("a", 1).with("b", List.of(1, 2))))
                .isEqualTo("{\n  \"a\" : 1,\n  \"b\" : [ 1, 2 ]\n}\n");
    }

    @Test
    void listsOfTextsSurviveTheRoundTrip() throws IOException {
        List<String> texts = List.of("<UNK>", "", "\"", "\ud83d\ude00", "\u0000");
        assertThat(Json.readTexts(Json.writeTexts(texts))).isEqualTo(texts);
        assertThat(Json.readTexts(" [ ] ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "[]",
                "\"a\"",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":null}",
                "{\"a\":[null]}",
                "{\"a\":{\"b\":null}}",
                "{\"a\":1,\"a\":2}",
                "{\"x\":{\"a\":1,\"a\":2}}",
                "{} x",
                "{} {}",
                "{}}",
                "{},",
                "{\"a\":NaN}",
                "{\"a\":1e999}",
                "{\"a\":-1e999}",
                "{\"a\":9223372036854775808}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":[1,]}",
                "{\"a\":[1}",
                "{\"a\":1 // b\n}"
            })
    void whatIsNoObjectOfTheseTypesIsRefusedInOneLine(String json) {
        assertThatThrownBy(() -> Json.read(json))
                .isInstanceOf(IOException.class)
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "Source"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[", "[\"a\"", "[\"a\",]", "[1]", "[null]", "[[]]", "[\"a\"] x", "[] []", "[]]"})
    void whatIsNoListOfTextsIsRefusedInOneLine(String json) {
        assertThatThrownBy(() -> Json.readTexts(json))
                .isInstanceOf(IOException.class)
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "Source"));
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> Json.read("{\"a\":".repeat(100_000))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Json.read("{\"a\":" + "[".repeat(100_000))).isInstanceOf(IOException.class);
    }
}
