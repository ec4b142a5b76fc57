package cadenza.bench;

import java.io.BufferedReader;
import java.io.IOException;

/** Reads what a process says on stderr, so that it never waits for a reader, and keeps the last line of it. */
final class LastLine {
    /** A child of the process may hold its stderr open. */
    private static final long PATIENCE = 2000; // milliseconds

    private final Thread reading;
    private volatile String last = "it said nothing on stderr";

    private LastLine(BufferedReader stderr) {
        reading = new Thread(() -> read(stderr), "stderr");
        reading.setDaemon(true);
    }

    static LastLine of(BufferedReader stderr) {
        LastLine line = new LastLine(stderr);
        line.reading.start();
        return line;
    }

    private void read(BufferedReader stderr) {
        try (stderr) {
            for (String line = stderr.readLine(); line != null; line = stderr.readLine()) {
                if (!line.isBlank()) {
                    last = line.strip();
                }
            }
        } catch (IOException e) {
            // The process was ended from here: what it said before is what there is.
        }
    }

    /** The last line of a process that has ended, or is about to. */
    String text() {
        try {
            reading.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return last;
    }
}
