package cadenza.cli;

import cadenza.host.picking.PickedText;
import cadenza.host.picking.WordChoice;
import java.io.IOException;
import java.util.Locale;

/**
 * Lets a person at a terminal choose each word of a text among the likeliest: two lines, the end of the text so far and
 * what is offered, written over at each key.
 */
final class PickDialogue {
    private static final int CONTROL_C = 3;
    private static final int CONTROL_D = 4;
    private static final int BACKSPACE = 8;
    private static final int DELETE = 127;
    private static final int END_OF_INPUT = -1;

    /** Cursor to the beginning of the line above, and all from there on away (ECMA-48). */
    private static final String OVER_TWO_LINES = "\r\u001b[A\u001b[J";

    private static final String HELP = "u: undo, q: done";

    /** Keys, one after the other. */
    interface Keys {
        /** Waits for a key. @return its character, negative when there will be no more */
        int read() throws IOException;
    }

    private final Terminal terminal;
    private final Keys keys;
    private boolean shown;

    PickDialogue(Terminal terminal, Keys keys) {
        this.terminal = terminal;
        this.keys = keys;
    }

    /** Runs until the person is done. */
    void run(PickedText text) throws IOException {
        while (true) {
            show(text);
            int key = keys.read();
            switch (key) {
                case END_OF_INPUT, CONTROL_C, CONTROL_D, 'q', 'Q' -> {
                    clear();
                    return;
                }
                case 'u', 'U', BACKSPACE, DELETE -> text.undo();
                default -> {
                    int offer = key - '1';
                    if (offer >= 0 && offer < text.offers().size()) {
                        text.pick(offer);
                    }
                }
            }
        }
    }

    private void show(PickedText text) {
        clear();
        terminal.err().println(end(text.text()));
        terminal.err().print(offers(text));
        terminal.err().flush();
        shown = true;
    }

    private void clear() {
        if (shown) {
            terminal.err().print(OVER_TWO_LINES);
            terminal.err().flush();
            shown = false;
        }
    }

    /** As much of the end of a text as a line holds. */
    private String end(String text) {
        String line = oneLine(text);
        return line.substring(TerminalColumns.fittingFromEnd(line, terminal.columns() - 1));
    }

    private String offers(PickedText text) {
        StringBuilder line = new StringBuilder();
        int number = 1;
        for (WordChoice offer : text.offers()) {
            line.append(String.format(
                    Locale.ROOT, "%d %s %s   ", number++, oneLine(offer.text()).strip(), percent(offer.probability())));
        }
        int room = terminal.columns() - 1 - HELP.length();
        return line.substring(0, TerminalColumns.fitting(line.toString(), Math.max(0, room))) + HELP;
    }

    private static String percent(double probability) {
        return String.format(Locale.ROOT, probability < 0.0995 ? "%.1f%%" : "%.0f%%", 100 * probability);
    }

    /** Line feeds as a sign, and nothing else that would move the cursor. */
    private String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            if (codePoint == '\n') {
                line.append(terminal.ascii() ? '/' : '⏎');
            } else {
                line.appendCodePoint(Character.isISOControl(codePoint) ? ' ' : codePoint);
            }
        });
        return line.toString();
    }
}
