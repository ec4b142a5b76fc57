package cadenza.cli;

import cadenza.host.sound.Playback;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.terminal.TerminalBuilder;

/**
 * Lets a person at a terminal steer what is being played. Where stdin is no terminal there are no keys, and the music
 * plays to its end.
 */
final class TransportKeys implements AutoCloseable {
    private final org.jline.terminal.Terminal keys;
    private final Terminal terminal;
    private int written;

    private TransportKeys(org.jline.terminal.Terminal keys, Terminal terminal) {
        this.keys = keys;
        this.terminal = terminal;
    }

    /** The keys of the terminal that the process runs in; closing this gives the terminal back as it was. */
    static TransportKeys ofProcess(Terminal terminal) {
        try {
            return new TransportKeys(TerminalBuilder.builder().dumb(true).build(), terminal);
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
        Thread thread = new Thread(() -> follow(playback), "transport keys");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow(Playback playback) {
        try {
            TransportKey key = TransportKey.OTHER;
            while (key != TransportKey.CLOSED && key != TransportKey.QUIT) {
                show(playback);
                key = TransportKey.read(keys.reader());
                switch (key) {
                    case HOLD_OR_GO_ON -> playback.pauseOrResume();
                    case BACK -> playback.back();
                    case FORWARD -> playback.forward();
                    case QUIT -> playback.stop();
                    default -> {}
                }
            }
        } catch (IOException e) {
            // The terminal is gone or was closed: the music plays on, or has ended already.
            return;
        }
    }

    private synchronized void show(Playback playback) {
        if (terminal.errInteractive()) {
            String line = "bar " + (playback.bar() + 1) + " of " + playback.bars() + (playback.paused() ? ", held" : "")
                    + "   space: hold, arrows: a bar, q: quit";
            overwrite(line);
        }
    }

    private void overwrite(String line) {
        terminal.err().print("\r" + line + " ".repeat(Math.max(0, written - line.length())));
        terminal.err().flush();
        written = line.length();
    }

    @Override
    public synchronized void close() {
        if (written > 0) {
            overwrite("");
            terminal.err().print("\r");
            terminal.err().flush();
        }
        try {
            keys.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be given back", e);
        }
    }
}
