package cadenza.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;

/** The terminal that the process runs in, which hands over each key at once. Closing gives it back as it was. */
final class RawTerminal implements AutoCloseable {
    private final org.jline.terminal.Terminal terminal;

    private RawTerminal(org.jline.terminal.Terminal terminal) {
        this.terminal = terminal;
    }

    static RawTerminal ofProcess() {
        try {
            // Nothing is drawn: the terminal need not be asked how it shows text. Signals stay Java's: JLine would have
            // Ctrl-C end the process without its shutdown hooks.
            return new RawTerminal(TerminalBuilder.builder()
                    .dumb(true)
                    .graphemeCluster(false)
                    .nativeSignals(false)
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be asked for keys", e);
        }
    }

    /** Whether there is a person who could press keys. */
    boolean hasKeys() {
        return !terminal.getType().startsWith(org.jline.terminal.Terminal.TYPE_DUMB);
    }

    /** Keys one at a time, unseen. @param interruptible whether Ctrl-C goes on ending the process, or is a key */
    NonBlockingReader keys(boolean interruptible) {
        terminal.enterRawMode();
        // The raw mode of JLine 4 makes Ctrl-C a key like others.
        var attributes = terminal.getAttributes();
        attributes.setLocalFlag(org.jline.terminal.Attributes.LocalFlag.ISIG, interruptible);
        terminal.setAttributes(attributes);
        return terminal.reader();
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be given back", e);
        }
    }
}
