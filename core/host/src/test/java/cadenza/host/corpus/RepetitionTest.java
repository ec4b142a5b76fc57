package cadenza.host.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Text;
import cadenza.host.corpus.Repetition.Passage;
import cadenza.host.corpus.Repetition.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepetitionTest {
    private static String noise(int length, long seed) {
        return new Random(seed)
                .ints(length, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static Repetition of(String... texts) {
        return Repetition.of(
                Arrays.stream(texts).map(text -> new Text("page", text)).toList());
    }

    @Test
    void noiseRepeatsNothing() {
        Repetition repetition = of(noise(20_000, 1), noise(20_000, 2));
        assertThat(repetition.share()).isZero();
        assertThat(repetition.units()).isEqualTo(40_000);
        assertThat(repetition.longest()).isEmpty();
    }

    @Test
    void aPassageOfEightyIsFoundWhereverItStands() {
        String passage = noise(80, 3);
        for (int shift = 0; shift < 41; shift++) {
            Repetition repetition =
                    of(noise(shift, 4) + "<" + passage + ">" + noise(999, 5), noise(70, 6) + "(" + passage + ")");
            assertThat(repetition.repeated()).isEqualTo(80);
            assertThat(repetition.longest()).contains(new Passage(80, new Place(1, 71), new Place(0, shift + 1)));
        }
    }

    @Test
    void aPassageOfFewerIsNone() {
        String passage = noise(79, 3);
        assertThat(of("<" + passage + ">", "(" + passage + ")").repeated()).isZero();
    }

    @Test
    void aTextThatIsThereTwiceIsHalfRepetition() {
        String text = noise(5000, 7);
        assertThat(of(text, text).share()).isEqualTo(0.5);
        assertThat(of(text + text).share()).isEqualTo(0.5);
        assertThat(of(text, text, text).share()).isEqualTo(2.0 / 3);
    }

    @Test
    void theLongestPassageIsNamed() {
        String shorter = noise(100, 8);
        String longer = noise(300, 9);
        Repetition repetition = of("1" + shorter + "2" + longer + "3", "4" + longer + "5" + shorter + "6");
        assertThat(repetition.repeated()).isEqualTo(400);
        assertThat(repetition.longest()).contains(new Passage(300, new Place(1, 1), new Place(0, 102)));
    }

    @Test
    void oneCharacterOverAndOverRepeatsItself() {
        assertThat(of("a".repeat(1000)).repeated()).isEqualTo(999);
        assertThat(of("a".repeat(80)).repeated()).isZero();
    }

    @Test
    void textsShorterThanABlockArePassedOver() {
        assertThat(of().share()).isZero();
        assertThat(of("", "a", "").share()).isZero();
        String passage = noise(90, 10);
        assertThat(of("", "short", passage, "", "short", passage).longest())
                .contains(new Passage(90, new Place(5, 0), new Place(2, 0)));
    }

    @Test
    void somethingIsFoundJustWhereSomethingIsThere() {
        int block = 3;
        Random random = new Random(11);
        for (int round = 0; round < 2000; round++) {
            int length = 4 + random.nextInt(40);
            String text =
                    random.ints(length, 'a', 'd').mapToObj(Character::toString).collect(Collectors.joining());
            Repetition found = new RepetitionSearch(List.of(text), block).search();
            int longest = longestRepeated(text);
            assertThat(found.repeated() > 0).as(text).isEqualTo(longest >= 2 * block);
            found.longest().ifPresent(passage -> {
                assertThat(passage.units()).isBetween(2 * block, longest);
                assertThat(text.substring(passage.again().unit()))
                        .startsWith(text.substring(
                                passage.before().unit(), passage.before().unit() + passage.units()));
            });
        }
    }

    private static int longestRepeated(String text) {
        return IntStream.rangeClosed(1, text.length() - 1)
                .filter(length -> IntStream.rangeClosed(0, text.length() - length)
                        .anyMatch(from -> text.indexOf(text.substring(from, from + length)) < from))
                .max()
                .orElse(0);
    }
}
