package cadenza.host.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.CodePointCodec;
import cadenza.api.document.Text;
import cadenza.host.corpus.Alphabet.Group;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphabetTest {
    private static Alphabet of(String content) {
        return Alphabet.of(CodePointCodec.counts(List.of(new Text("page", content))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abcdefghijklmnopqrstuvwxyz ABBA 0123456789. | a-z, 2 of A-Z, 0-9, 2 others",
                "\u00e4\u00f6\u00fc\u00dfz | 1 of a-z, 4 further Latin",
                "\u5e8a\u524d\u660e\u6708\u5149\uff0c\u03b1 | 5 Han, 1 Greek, 1 others",
                "e\u0301\u0302 | 1 of a-z, 2 combining marks",
                "\u05e9\u05dc\u05d5\u05dd | 4 Hebrew",
                "\ud83d\ude00\ud83d\ude01\u2028. | 4 others",
                "\u1401 | 1 Canadian Aboriginal"
            })
    void charactersAreGroupedByWhatTheyAre(String content, String groups) {
        assertThat(of(content).groups().stream().map(Group::toString).toList()).isEqualTo(List.of(groups.split(", ")));
    }

    @Test
    void aCharacterIsACodePointAndCountsOnce() {
        assertThat(of("a\ud83d\ude00a\ud83d\ude00").characters()).isEqualTo(2);
        assertThat(of("").characters()).isZero();
    }
}
