package cadenza.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Text;
import cadenza.recurrent.SlotState;
import cadenza.training.TokenSequence;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterCodecTest {
    private static final String AWKWARD =
            "abc \u00e4\u0301e\u0301\u0000\t\r\n\u200f\u05e9\u05dc\u05d5\u05dd\u2028\ufeff\ufffd"
                    + "\ud83d\ude00\ud83d\udc69\u200d\ud83d\udcbb\ud83c\uddf8\ud83c\uddea\udbff\udfff";

    static CharacterCodec codecOf(String characters) {
        Map<Integer, Long> counts = characters
                .codePoints()
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return CharacterCodec.of(counts, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                " \t ",
                "one\r\ntwo\rthree\n",
                "e\u0301 is not \u00e9", // a combining mark stays one
                "\u0000 in the middle",
                "\u05e9\u05dc\u05d5\u05dd \u200fright to left",
                "\ud83d\ude00",
                "\ud83d\udc69\u200d\ud83d\udcbb and \ud83c\uddf8\ud83c\uddea", // joined and paired emoji
                "\ufeffa mark and \ufffd",
                "<UNK>",
                "\udbff\udfff" // the highest code point
            })
    void aTextSurvivesTheRoundTrip(String content) {
        CharacterCodec codec = codecOf(content + AWKWARD);
        int[] tokens = codec.encode(new Text("original", content));
        assertThat(tokens).hasSize(content.codePointCount(0, content.length()));
        assertThat(tokens).doesNotContain(Vocabulary.UNKNOWN);
        assertThat(codec.decode(tokens, "copy")).isEqualTo(new Text("copy", content));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 255, 256, 5000, 66_000})
    void whatIsKeptForTrainingIsWhatIsEncoded(int characters) {
        // From U+E000 on there are no surrogates.
        String content = Character.toString(0xE000 + characters - 1)
                + IntStream.range(0, characters)
                        .mapToObj(i -> Character.toString(0xE000 + i))
                        .collect(Collectors.joining());
        CharacterCodec codec = codecOf(content);
        Text text = new Text("many", content + "a");
        TokenSequence tokens = codec.tokens(text);
        assertThat(IntStream.range(0, tokens.length()).map(tokens::token).toArray())
                .isEqualTo(codec.encode(text));
        assertThat(tokens.token(0)).isEqualTo(characters);
        assertThat(tokens.count(Vocabulary.UNKNOWN)).isEqualTo(1);
    }

    @Test
    void aCodecOpenedFromItsVocabularyIsTheSame() {
        CharacterCodec codec = codecOf(AWKWARD);
        CharacterCodec opened = CharacterCodec.open(codec.vocabulary(), Settings.empty());
        Text text = new Text("awkward", AWKWARD);
        assertThat(opened.encode(text)).isEqualTo(codec.encode(text));
    }

    @Test
    void theVocabularyIsInTheOrderOfTheCodePoints() {
        assertThat(codecOf("b\ud83d\ude00a").vocabulary().symbols())
                .containsExactly(Vocabulary.UNKNOWN_SYMBOL, "a", "b", "\ud83d\ude00");
    }

    @Test
    void rareCharactersAreUnknown() {
        CharacterCodec codec = CharacterCodec.of(Map.of((int) 'a', 2L, (int) 'b', 1L), 2);
        assertThat(codec.encode(new Text("", "aba"))).containsExactly(1, Vocabulary.UNKNOWN, 1);
    }

    @Test
    void charactersBeyondTheHighestKnownAreUnknown() {
        assertThat(codecOf("ab").encode(new Text("", "\ud83d\ude00"))).containsExactly(Vocabulary.UNKNOWN);
    }

    @Test
    void theUnknownTokenIsWrittenAsTheReplacementCharacter() {
        assertThat(codecOf("ab")
                        .decode(new int[] {1, Vocabulary.UNKNOWN, 2}, "")
                        .content())
                .isEqualTo("a\ufffdb");
    }

    @Test
    void theInputIsTheLastTokenAndNothingAtFirst() {
        SlotState state = codecOf("ab").start();
        int[] units = {7};
        state.units(units);
        assertThat(units).containsExactly(SlotState.NONE);
        state.accept(2);
        state.units(units);
        assertThat(units).containsExactly(2);
    }

    @Test
    void aVocabularyOfOtherThanSingleCharactersIsRefused() {
        for (String symbol : List.of("", "ab", "e\u0301")) {
            assertThatThrownBy(() -> CharacterCodec.open(Vocabulary.of(List.of("a", symbol)), Settings.empty()))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("'" + symbol + "'");
        }
        assertThatThrownBy(() -> CharacterCodec.open(Vocabulary.of(List.of()), Settings.empty()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no characters");
    }
}
