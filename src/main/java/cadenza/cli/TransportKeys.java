package cadenza.cli;

import cadenza.host.sound.Playback;
import java.io.IOException;
import org.jline.utils.NonBlockingReader;

/**
 * Lets a person at a terminal steer what is being played. Where stdin is no terminal there are no keys, and the music
 * plays to its end.
 */
final class TransportKeys implements AutoCloseable {
    private final RawTerminal keys;
    private final Terminal terminal;
    private String shown = "";

    private TransportKeys(RawTerminal keys, Terminal terminal) {
        this.keys = keys;
        this.terminal = terminal;
    }

    /** The keys of the terminal that the process runs in; closing this gives the terminal back as it was. */
    static TransportKeys ofProcess(Terminal terminal) {
        return new TransportKeys(RawTerminal.ofProcess(), terminal);
    }

    /** Hands keys on to what is being played, until it has ended or this is closed. */
    void steer(Playback playback) {
        if (!keys.hasKeys()) {
            return;
        }
        NonBlockingReader reader = keys.keys(true);
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
        keys.close();
    }
}
