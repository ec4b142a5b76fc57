package cadenza.host.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopiedPassagesTest {
    private static final String TRAINING = Prose.random(1, 5000);
    private static final String OTHER = Prose.random(2, 5000);
    private final TextFingerprint training =
            TextFingerprint.of(List.of(Prose.text(TRAINING))).orElseThrow();
    private final List<String> passages = new ArrayList<>();
    private final CopiedPassages marked = new CopiedPassages(training, (text, copied) -> {
        String last = passages.isEmpty() ? "" : passages.get(passages.size() - 1);
        if (last.startsWith(copied ? "+" : "-")) {
            passages.set(passages.size() - 1, last + text);
        } else {
            passages.add((copied ? "+" : "-") + text);
        }
    });

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000})
    void onlyLongRunsAreCopiedHoweverTheTextComes(int piece) {
        String text = "§" + TRAINING.substring(100, 160) + "§" + OTHER.substring(0, 50) + "§"
                + TRAINING.substring(300, 325) + "§\uD83D\uDE00" + TRAINING.substring(900, 940);
        List<String> characters =
                text.codePoints().mapToObj(Character::toString).toList();
        for (int from = 0; from < characters.size(); from += piece) {
            marked.accept(String.join("", characters.subList(from, Math.min(characters.size(), from + piece))));
        }
        marked.finish();

        assertThat(passages)
                .containsExactly(
                        "-§",
                        "+" + TRAINING.substring(100, 160),
                        "-§" + OTHER.substring(0, 50) + "§" + TRAINING.substring(300, 325) + "§\uD83D\uDE00",
                        "+" + TRAINING.substring(900, 940));
    }

    @Test
    void whatIsNotCopiedIsHandedOnTheLengthOfAnNGramLater() {
        OTHER.substring(0, 100).codePoints().forEach(codePoint -> marked.accept(Character.toString(codePoint)));
        int handedOn = passages.get(0).length() - 1;
        // White space in a row counts as one blank, so it may be some characters more.
        assertThat(100 - handedOn).isBetween(TextFingerprint.LENGTH - 1, TextFingerprint.LENGTH + 10);
    }

    @Test
    void aPrimeIsHandedOnAtOnceAndIsNotCopied() {
        marked.acceptGiven(TRAINING.substring(0, 100));
        assertThat(passages).containsExactly("-" + TRAINING.substring(0, 100));
        marked.accept(TRAINING.substring(100, 140) + "§");
        assertThat(marked.finish().longest()).isEqualTo(40);
        assertThat(passages)
                .containsExactly("-" + TRAINING.substring(0, 100), "+" + TRAINING.substring(100, 140), "-§");
    }

    @Test
    void aTextOfNothingIsNothing() {
        marked.accept("");
        assertThat(marked.finish().characters()).isZero();
        assertThat(passages).isEmpty();
    }
}
