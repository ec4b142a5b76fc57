package cadenza.text;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.training.Sequence;
import cadenza.training.TokenSequence;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSequencesTest {
    private static final int NEWLINE = 1;
    private static final int LINE = 20;

    /** Lines of equal length, every other token different. */
    private static int[] lines(int tokens, int from) {
        return IntStream.range(0, tokens)
                .map(i -> i % LINE == LINE - 1 ? NEWLINE : from + i)
                .toArray();
    }

    private static List<TokenSequence> texts(int[]... texts) {
        return Stream.of(texts).map(TokenSequence::of).toList();
    }

    private static int[] targets(List<Sequence> sequences) {
        return sequences.stream()
                .flatMapToInt(sequence -> IntStream.range(0, sequence.length()).map(sequence::target))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 16, 400, 5000})
    void everyTokenIsLearnedOnceInEveryEpoch(int parts) {
        int[] first = lines(1234, 10);
        int[] second = lines(77, 5000);
        int[] all =
                IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
        TextSequences texts = new TextSequences(texts(first, new int[0], second), NEWLINE, parts);
        Random random = new Random(1);
        for (int epoch = 0; epoch < 10; epoch++) {
            assertThat(targets(texts.epoch(random))).isEqualTo(all);
        }
    }

    @Test
    void partsBeginAtTheBeginningOfALine() {
        TextSequences texts = new TextSequences(texts(lines(4000, 10)), NEWLINE, 8);
        for (int epoch = 0; epoch < 10; epoch++) {
            for (Sequence part : texts.epoch(new Random(epoch))) {
                assertThat((part.target(0) - 10) % LINE).isZero();
            }
        }
    }

    @Test
    void epochsAreCutInDifferentPlaces() {
        TextSequences texts = new TextSequences(texts(lines(4000, 10)), NEWLINE, 8);
        Random random = new Random(1);
        List<Integer> starts = IntStream.range(0, 10)
                .mapToObj(epoch -> texts.epoch(random).get(1).target(0))
                .distinct()
                .toList();
        assertThat(starts).hasSizeGreaterThan(3);
    }

    @Test
    void aTextWithoutLinesIsCutAllTheSame() {
        int[] tokens = IntStream.range(10, 1010).toArray();
        List<Sequence> parts = new TextSequences(texts(tokens), -1, 4).epoch(new Random(1));
        assertThat(parts).hasSizeBetween(4, 5);
        assertThat(targets(parts)).isEqualTo(tokens);
    }

    @Test
    void textsShorterThanAPartStayWhole() {
        int[] tiny = lines(5, 10);
        List<Sequence> parts = new TextSequences(texts(tiny, lines(1000, 100)), NEWLINE, 1).epoch(new Random(3));
        assertThat(targets(parts)).startsWith(tiny);
    }
}
