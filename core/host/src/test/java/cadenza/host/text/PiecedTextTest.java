package cadenza.host.text;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecedTextTest {
    private static final PiecedText TEXT =
            new PiecedText("page", List.of("ab", "c", "\ud83d\ude00d\ud83d\ude00", "\u00e9\u2014"));
    private static final String WHOLE = "abc\ud83d\ude00d\ud83d\ude00\u00e9\u2014";

    @Test
    void theWholeIsAllPiecesInOrder() {
        assertThat(TEXT.whole()).isEqualTo(new Text("page", WHOLE));
        assertThat(new PiecedText("page", List.of()).whole()).isEqualTo(new Text("page", ""));
    }

    @Test
    void aCharacterIsACodePoint() {
        assertThat(TEXT.characters()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void aPartIsCutBetweenCodePoints(int begin) {
        for (int end = begin; end <= TEXT.characters(); end++) {
            assertThat(TEXT.part(begin, end).content())
                    .isEqualTo(WHOLE.substring(WHOLE.offsetByCodePoints(0, begin), WHOLE.offsetByCodePoints(0, end)));
        }
    }
}
