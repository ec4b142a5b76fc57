package cadenza.host.rewriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.CodePointCodec;
import cadenza.api.MaskedPredictor;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Text;
import cadenza.host.FakeLetters;
import cadenza.host.sampling.SamplerSettings;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TextGapTest {
    private static final CodePointCodec LETTERS =
            new CodePointCodec(Vocabulary.of(List.of("a", "b", "c", "\ud83d\ude00")));
    private static final SamplerSettings GREEDY = SamplerSettings.PLAIN.withTemperature(0);

    /** Likes the letter after that before, and as much what is the letter before that behind; a after c. */
    private static float[][] alphabet(int[] tokens, int[] masked) {
        float[][] logits = new float[masked.length][LETTERS.vocabulary().size()];
        for (int i = 0; i < masked.length; i++) {
            int before = masked[i] - 1;
            int behind = masked[i] + 1;
            if (before >= 0 && Arrays.binarySearch(masked, before) < 0) {
                logits[i][tokens[before] % 3 + 1] += 2;
            }
            if (behind < tokens.length && Arrays.binarySearch(masked, behind) < 0) {
                logits[i][(tokens[behind] + 1) % 3 + 1] += 3;
            }
        }
        return logits;
    }

    private static TextGap gap(String before, String after, int characters) {
        return new TextGap(new Text("one.txt", before), new Text("two.txt", after), characters);
    }

    private static String fill(String before, String after, int characters) {
        return gap(before, after, characters)
                .fill(LETTERS, TextGapTest::alphabet, GREEDY, 1, () -> false)
                .text();
    }

    @Test
    void aGapIsFilledFromBothSides() {
        assertThat(fill("ab", "", 4)).isEqualTo("cabc");
        assertThat(fill("ab", "b", 4)).isEqualTo("caba");
        assertThat(fill("", "c", 2)).isEqualTo("ab");
        assertThat(fill("", "", 1)).isEqualTo("a");
    }

    @Test
    void theGapHasJustSoManyCharactersAtEverySeed() {
        MaskedPredictor undecided = (tokens, masked) ->
                new float[masked.length][LETTERS.vocabulary().size()];
        TextGap gap = gap("\ud83d\ude00a", "c", 7);
        for (long seed = 0; seed < 50; seed++) {
            TextGap.Filled filled = gap.fill(LETTERS, undecided, SamplerSettings.PLAIN, seed, () -> false);
            assertThat(filled.text().codePoints()).hasSize(7);
            assertThat(filled.interrupted()).isFalse();
            assertThat(gap.fill(LETTERS, undecided, SamplerSettings.PLAIN, seed, () -> false))
                    .isEqualTo(filled);
        }
    }

    @Test
    void aTokenThatEndsTheTextIsNotChosen() {
        FakeLetters letters = FakeLetters.of("a", "b", FakeLetters.END);
        MaskedPredictor ending = (tokens, masked) -> {
            float[][] logits = new float[masked.length][4];
            Arrays.stream(logits).forEach(place -> place[3] = 9);
            return logits;
        };
        assertThat(gap("a", "b", 3)
                        .fill(letters, ending, GREEDY, 1, () -> false)
                        .text())
                .isEqualTo("aaa");
    }

    @Test
    void anInterruptionKeepsWhatThereIs() {
        AtomicInteger left = new AtomicInteger(2);
        TextGap.Filled filled =
                gap("ab", "b", 4).fill(LETTERS, TextGapTest::alphabet, GREEDY, 1, () -> left.getAndDecrement() == 0);
        assertThat(filled).isEqualTo(new TextGap.Filled("ca", true));
    }

    @Test
    void aModelOfOneCharacterFillsTheGapWithThat() {
        CodePointCodec codec = new CodePointCodec(Vocabulary.of(List.of("a")));
        MaskedPredictor unasked = (tokens, masked) -> {
            throw new AssertionError("there is nothing to be asked");
        };
        assertThat(gap("a", "a", 3).fill(codec, unasked, GREEDY, 1, () -> false).text())
                .isEqualTo("aaa");
    }

    @Test
    void whatTheModelDoesNotKnowIsNamed() {
        assertThatThrownBy(() -> fill("axbyx", "", 1))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "--before 'one.txt' has characters that the model does not know: x y; leave them out, or train on text"
                                + " that has them");
        assertThatThrownBy(() -> fill("", "?", 1))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("--after 'two.txt' has characters that the model does not know: ?;");
    }

    @Test
    void whatLiesFarFromTheGapIsNotShown() {
        String far = "?" + "\ud83d\ude00".repeat(9_998) + "ab";
        String behind = "b" + "\ud83d\ude00".repeat(9_999) + "?";
        assertThat(fill(far, behind, 4)).isEqualTo("caba");
        assertThatThrownBy(() -> fill(far.substring(0, far.length() - 1), behind, 4))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("--before 'one.txt' has characters that the model does not know: ?;");
    }

    @Test
    void aGapWithoutCharactersIsNone() {
        assertThatThrownBy(() -> gap("a", "b", 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
