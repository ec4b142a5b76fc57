package cadenza.host.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.host.novelty.SequenceIndex.Match;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceIndexTest {
    private final Random random = new Random(5);

    private List<Integer> random(int length, int symbols) {
        return random.ints(length, 0, symbols).boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20})
    void suffixesAreSorted(int symbols) {
        for (int length = 0; length < 60; length++) {
            int[] text = random.ints(length, 0, symbols).toArray();
            Integer[] naive = IntStream.range(0, length).boxed().toArray(Integer[]::new);
            Arrays.sort(naive, Comparator.comparing(i -> Arrays.copyOfRange(text, i, text.length), Arrays::compare));
            assertThat(SuffixArray.of(text, symbols))
                    .containsExactly(
                            Arrays.stream(naive).mapToInt(Integer::intValue).toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 50})
    void theLongestIsTheOneThatComparingEverythingFinds(int symbols) {
        for (int trial = 0; trial < 50; trial++) {
            List<List<Integer>> sequences = new ArrayList<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                sequences.add(random(random.nextInt(30), symbols));
            }
            List<Integer> query = random(random.nextInt(30), symbols + 1);
            Match match = new SequenceIndex<>(sequences).longest(query);
            assertThat(match.length()).isEqualTo(longest(sequences, query));
            if (match.length() > 0) {
                assertThat(query.subList(match.from(), match.from() + match.length()))
                        .isEqualTo(sequences
                                .get(match.sequence())
                                .subList(match.position(), match.position() + match.length()));
            }
        }
    }

    private static int longest(List<List<Integer>> sequences, List<Integer> query) {
        int longest = 0;
        for (List<Integer> sequence : sequences) {
            for (int i = 0; i < query.size(); i++) {
                for (int j = 0; j < sequence.size(); j++) {
                    int length = 0;
                    while (i + length < query.size()
                            && j + length < sequence.size()
                            && query.get(i + length).equals(sequence.get(j + length))) {
                        length++;
                    }
                    longest = Math.max(longest, length);
                }
            }
        }
        return longest;
    }

    @Test
    void aStretchDoesNotGoOverTheEndOfASequence() {
        SequenceIndex<String> index = new SequenceIndex<>(List.of(List.of("a", "b"), List.of("c", "d")));
        assertThat(index.longest(List.of("a", "b", "c", "d")).length()).isEqualTo(2);
    }

    @Test
    void whereNothingIsInCommonTheLengthIsZero() {
        assertThat(new SequenceIndex<String>(List.of()).longest(List.of("a")).length())
                .isZero();
        SequenceIndex<String> index = new SequenceIndex<>(List.of(List.of("a"), List.of()));
        assertThat(index.longest(List.of("b")).length()).isZero();
        assertThat(index.longest(List.of()).length()).isZero();
    }
}
