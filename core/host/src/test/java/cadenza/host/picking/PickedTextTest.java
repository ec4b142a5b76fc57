package cadenza.host.picking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cadenza.api.UserException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PickedTextTest {
    private static final Map<String, Map<String, Double>> AFTER = Map.of(
            "", Map.of("a", 0.6, "b", 0.25, " ", 0.15),
            "a", Map.of(" ", 0.7, "b", 0.3),
            "b", Map.of(" ", 1.0),
            " ", Map.of("a", 0.5, "b", 0.5));

    private static PickedText fresh() {
        return new PickedText(new BigramModel(List.of(" ", "a", "b"), AFTER, true), new int[0], "", Runnable::run);
    }

    @Test
    void aWordIsAsLikelyAsItsCharactersAndAnEndAfterThem() {
        List<WordChoice> offers = fresh().offers();

        // a: .6 · .7; b: .25 · 1; ab: .6 · .3 · 1; " b": .15 · .5 · 1; " a": .15 · .5 · .7
        assertThat(offers).extracting(WordChoice::text).containsExactly("a", "b", "ab", " b", " a");
        double[] expected = {0.42, 0.25, 0.18, 0.075, 0.0525};
        for (int i = 0; i < expected.length; i++) {
            assertThat(offers.get(i).probability()).isCloseTo(expected[i], within(1e-6));
        }
    }

    @Test
    void whatIsPickedGoesOnFromThere() {
        PickedText text = fresh();

        text.pick(2);
        assertThat(text.text()).isEqualTo("ab");
        // After ab a blank is certain: " a" .5 · .7, " ab" .5 · .3, " b" .5.
        assertThat(text.offers()).extracting(WordChoice::text).startsWith(" b", " a", " ab");
        text.pick(0);
        assertThat(text.text()).isEqualTo("ab b");
        assertThat(text.picked()).isEqualTo(2);
    }

    @Test
    void undoGoesBackToTheSameOffers() {
        PickedText text = fresh();
        List<WordChoice> offers = text.offers();

        text.pick(1);
        assertThat(text.undo()).isTrue();

        assertThat(text.text()).isEmpty();
        assertThat(text.offers()).isEqualTo(offers);
        assertThat(text.undo()).isFalse();
    }

    @Test
    void anApostropheIsPartOfAWordAndAnIdeographIsOne() {
        Map<String, Map<String, Double>> after = Map.of(
                "", Map.of("n", 0.6, "月", 0.4),
                "n", Map.of("'", 1.0),
                "'", Map.of("t", 1.0),
                "t", Map.of(" ", 1.0),
                " ", Map.of("n", 1.0),
                "月", Map.of("月", 0.5, "n", 0.5));
        PickedText text = new PickedText(
                new BigramModel(List.of(" ", "'", "n", "t", "月"), after, true), new int[0], "", Runnable::run);

        assertThat(text.offers()).extracting(WordChoice::text).containsExactly("n't", "月");
    }

    @Test
    void aWordThatNeverEndsIsOfferedAllTheSame() {
        Map<String, Map<String, Double>> after = Map.of("", Map.of("a", 1.0), "a", Map.of("a", 1.0));

        PickedText text = new PickedText(new BigramModel(List.of("a"), after, true), new int[0], "", Runnable::run);

        assertThat(text.offers()).singleElement().satisfies(offer -> assertThat(offer.text())
                .matches("a{40}"));
    }

    @Test
    void aPredictorThatCannotBeCopiedIsRefusedInOneLine() {
        BigramModel model = new BigramModel(List.of(" ", "a", "b"), AFTER, false);

        assertThatThrownBy(() -> new PickedText(model, new int[0], "", Runnable::run))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("--pick")
                .hasMessageContaining("take another model");
    }
}
