package cadenza.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.CodePointCodec;
import cadenza.api.Codec;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Predictor;
import cadenza.api.Settings;
import cadenza.api.Vocabulary;
import cadenza.host.picking.PickedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PickDialogueTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final PickedText text = new PickedText(new AOrB(), new int[0], "", Runnable::run);

    /** Writes a, b or a line feed, each as likely, whatever came before. */
    private static final class AOrB implements Model {
        private final CodePointCodec codec = new CodePointCodec(Vocabulary.of(List.of("\n", "a", "b")));

        @Override
        public Codec<?> codec() {
            return codec;
        }

        @Override
        public Predictor start() {
            return new Predictor() {
                @Override
                public float[] first() {
                    return new float[4];
                }

                @Override
                public float[] next(int token) {
                    return new float[4];
                }

                @Override
                public Optional<Predictor> copy() {
                    return Optional.of(this);
                }
            };
        }

        @Override
        public ModelContents contents() {
            return new ModelContents(Settings.empty(), codec.vocabulary(), Map.of());
        }
    }

    private String press(String keys) throws IOException {
        Iterator<Integer> pressed = keys.chars().iterator();
        PrintStream err = new PrintStream(screen, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(err, err, true, true, false);
        new PickDialogue(terminal, () -> pressed.hasNext() ? pressed.next() : -1).run(text);
        return screen.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theTextAndTheOffersStandInTwoLinesThatAreWrittenOver() throws IOException {
        String seen = press("2q");

        // One character of three, and a line feed of three after it: 1/9; a line feed before it: 1/27.
        String offers = "1 a 11%   2 b 11%   3 ⏎a 3.7%   4 ⏎b 3.7%   5 aa 3.7%   u: undo, q: done";
        String over = "\r\u001b[A\u001b[J";
        assertThat(seen.replace(System.lineSeparator(), "\n")).isEqualTo("\n" + offers + over + "b\n" + offers + over);
    }

    @Test
    void eachKeyPicksItsWordAndUTakesItBack() throws IOException {
        press("12u3x9");

        assertThat(text.text()).isEqualTo("a\na");
    }
}
