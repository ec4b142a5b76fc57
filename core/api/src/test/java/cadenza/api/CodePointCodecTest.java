package cadenza.api;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodePointCodecTest {
    @Test
    void codePointsAreCountedOverAllTexts() {
        List<Text> texts = List.of(
                new Text("one", "aba\u0000\uffff"),
                new Text("two", ""),
                new Text("three", "b\ud83d\ude00\udbff\udfff" + "\ud83d\ude00"));
        assertThat(CodePointCodec.counts(texts))
                .isEqualTo(Map.of(
                        0, 1L, (int) 'a', 2L, (int) 'b', 2L, 0xFFFF, 1L, 0x1F600, 2L, Character.MAX_CODE_POINT, 1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "plain",
                "caf\u00e9",
                "\u201cquoted\u201d",
                "\ud83d\ude00",
                "a\ud83d\ude00b\udbff\udfff",
                "unknown"
            })
    void tokensComeOneAfterTheOtherAsTheyAreEncoded(String content) {
        CodePointCodec codec = CodePointCodec.of(
                CodePointCodec.counts(List.of(new Text("", "plain caf\u00e9 \u201cb\u201d\ud83d\ude00\udbff\udfff"))),
                1);
        Text text = new Text("text", content);
        int[] tokens = codec.encode(text);
        assertThat(tokens).hasSize(content.codePointCount(0, content.length()));
        assertThat(codec.tokens(text).toArray()).isEqualTo(tokens);
        assertThat(tokens)
                .isEqualTo(content.codePoints()
                        .map(codePoint -> codec.vocabulary().id(Character.toString(codePoint)))
                        .toArray());
    }
}
