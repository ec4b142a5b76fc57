package cadenza.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSequenceTest {
    private static int[] kept(TokenSequence tokens) {
        return IntStream.range(0, tokens.length()).map(tokens::token).toArray();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {1, 2, 127, 128, 129, 255, 256, 257, 32_768, 65_535, 65_536, 65_537, 1_114_113, Integer.MAX_VALUE})
    void tokensOfAnyVocabularyAreKept(int vocabulary) {
        int[] tokens = IntStream.concat(
                        new Random(1).ints(200, 0, vocabulary), IntStream.of(0, vocabulary / 2, vocabulary - 1))
                .toArray();
        assertThat(kept(TokenSequence.of(IntStream.of(tokens), tokens.length, vocabulary)))
                .isEqualTo(tokens);
        assertThat(kept(TokenSequence.of(tokens))).isEqualTo(tokens);
    }

    @Test
    void thereMayBeNone() {
        assertThat(TokenSequence.of().length()).isZero();
        assertThat(TokenSequence.of(IntStream.empty(), 0, 300).length()).isZero();
    }

    @Test
    void laterChangesOfTheArrayChangeNothing() {
        int[] tokens = {1, 2, 3};
        TokenSequence sequence = TokenSequence.of(tokens);
        tokens[1] = 7;
        assertThat(kept(sequence)).containsExactly(1, 2, 3);
    }

    @Test
    void tokensAreCounted() {
        TokenSequence tokens = TokenSequence.of(0, 255, 0, 7);
        assertThat(tokens.count(0)).isEqualTo(2);
        assertThat(tokens.count(255)).isEqualTo(1);
        assertThat(tokens.count(1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5, 256 + 4, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aTokenThatIsNotInTheVocabularyIsRefused(int token) {
        assertThatThrownBy(() -> TokenSequence.of(IntStream.of(token), 1, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("token " + token + " is not in 0..4");
    }

    @Test
    void anotherNumberOfTokensThanSaidIsRefused() {
        assertThatThrownBy(() -> TokenSequence.of(IntStream.of(1, 2, 3), 2, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are more than 2 tokens");
        assertThatThrownBy(() -> TokenSequence.of(IntStream.of(1, 2, 3), 4, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are 3 tokens, not 4");
    }
}
