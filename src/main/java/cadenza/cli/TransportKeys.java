package cadenza.cli;

import cadenza.host.sound.Playback;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;

/**
 * Lets a person at a terminal steer what is being played. Where stdin is no terminal there are no keys, and the music
 * plays to its end.
 */
final class TransportKeys implements AutoCloseable {
    private final org.jline.terminal.Terminal keys;
    private final Terminal terminal;
    private String shown = "";

    private TransportKeys(org.jline.terminal.Terminal keys, Terminal terminal) {
        this.keys = keys;
        this.terminal = terminal;
    }

    /** The keys of the terminal that the process runs in; closing this gives the terminal back as it was. */
    static TransportKeys ofProcess(Terminal terminal) {
        try {
            // Nothing is drawn: the terminal need not be asked how it shows text. Signals stay Java's: JLine would have
            // Ctrl-C end the process without its shutdown hooks.
            return new TransportKeys(
                    TerminalBuilder.builder()
                            .dumb(true)
                            .graphemeCluster(false)
                            .nativeSignals(false)
                            .build(),
                    terminal);
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be asked for keys", e);
        }
    }

    /** Hands keys on to what is being played, until it has ended or this is closed. */
    void steer(Playback playback) {
        if (keys.getType().startsWith(org.jline.terminal.Terminal.TYPE_DUMB)) {
            return;
        }
        keys.enterRawMode();
        // The raw mode of JLine 4 makes Ctrl-C a key like others; here it goes on ending the process.
        Attributes attributes = keys.getAttributes();
        attributes.setLocalFlag(Attributes.LocalFlag.ISIG, true);
        keys.setAttributes(attributes);
        NonBlockingReader reader = keys.reader();
        Thread thread = new Thread(() -> follow(playback, reader), "transport keys");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow(Playback playback, NonBlockingReader reader) {
        try {
            TransportKey key = TransportKey.OTHER;
            while (key != TransportKey.CLOSED && !playback.ended()) {
                show(playback);
                key = TransportKey.read(reader);
                switch (key) {
                    case HOLD_OR_GO_ON -> playback.pauseOrResume();
                    case BACK -> playback.back();
                    case FORWARD -> playback.forward();
                    case QUIT -> playback.stop();
                    default -> {}
                }
            }
        } catch (IOException e) {
            // The terminal is gone, or was closed at the end: there is nobody to steer, and the music plays on.
            return;
        }
    }

    private synchronized void show(Playback playback) {
        if (terminal.errInteractive()) {
            show("bar " + (playback.bar() + 1) + " of " + playback.bars() + (playback.paused() ? ", held" : "")
                    + "   space: hold, arrows: a bar, q: quit");
        }
    }

    /** Writes a line over the one before. */
    private void show(String line) {
        if (!line.equals(shown)) {
            terminal.err().print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())) + "\r");
            terminal.err().flush();
            shown = line;
        }
    }

    @Override
    public synchronized void close() {
        show("");
        try {
            keys.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be given back", e);
        }
    }
}
