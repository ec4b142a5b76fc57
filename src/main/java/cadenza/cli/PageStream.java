package cadenza.cli;

import java.util.function.Consumer;

/** Text as it is written: shown at once to a person, in larger pieces to a pipe. */
final class PageStream implements Consumer<String> {
    private static final int PIECE = 8192;

    private final Terminal terminal;
    private final boolean atOnce;
    private final StringBuilder pending = new StringBuilder();
    private boolean lineOpen;

    PageStream(Terminal terminal) {
        this(terminal, terminal.outInteractive());
    }

    /** @param atOnce whether each piece is shown as soon as it is there */
    PageStream(Terminal terminal, boolean atOnce) {
        this.terminal = terminal;
        this.atOnce = atOnce;
    }

    @Override
    public void accept(String text) {
        if (text.isEmpty()) {
            return;
        }
        pending.append(text);
        lineOpen = text.charAt(text.length() - 1) != '\n';
        if (atOnce || pending.length() >= PIECE) {
            flush();
        }
    }

    private void flush() {
        terminal.out().print(pending);
        pending.setLength(0);
        terminal.checkOut();
    }

    /** Everything was written; a person's prompt should begin on a line of its own. */
    void finish() {
        flush();
        if (terminal.outInteractive() && lineOpen) {
            terminal.out().println();
        }
        terminal.checkOut();
    }
}
