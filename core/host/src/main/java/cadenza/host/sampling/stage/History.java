package cadenza.host.sampling.stage;

import java.util.Arrays;

/**
 * A number for each token that was followed, such as its id: the last ones, as far back as a stage looks, and some more,
 * so that it can be taken back. However long a generation is, it takes no more memory than that. One thread.
 */
final class History {
    /** So many tokens can be taken back at least. */
    static final int MOST_REWIND = 1 << 16;

    private static final int FIRST_ROOM = 1024;

    private final int window;
    private double[] values = new double[FIRST_ROOM];
    private int forgotten;
    private int kept;

    /** @param window how far back is looked, 1 or more */
    History(int window) {
        this.window = window;
    }

    /** How many can be looked at: one for each token that was followed, at most the window. */
    int size() {
        return Math.min(kept, window);
    }

    /** The value so far back, 1 the last; of {@code [1, size()]}, and one more if there is one {@link #behindWindow}. */
    double back(int distance) {
        return values[kept - distance];
    }

    /** Whether there is one just behind the window. */
    boolean behindWindow() {
        return kept > window;
    }

    void add(double value) {
        if (kept == values.length) {
            makeRoom();
        }
        values[kept++] = value;
    }

    private void makeRoom() {
        int needed = window + 1 + MOST_REWIND;
        if (kept < 2 * needed) {
            values = Arrays.copyOf(values, Math.min(2 * kept, 2 * needed));
            return;
        }
        System.arraycopy(values, kept - needed, values, 0, needed);
        forgotten += kept - needed;
        kept = needed;
    }

    /** Forgets all but the first so many. @throws IllegalArgumentException if they are forgotten already, or fewer */
    void rewind(int length) {
        int left = length - forgotten;
        if (length < 0 || left > kept || length > 0 && forgotten > 0 && left < window) {
            throw new IllegalArgumentException("cannot go back to " + length + " tokens of " + (forgotten + kept));
        }
        if (length == 0) {
            forgotten = 0;
        }
        kept = Math.max(0, left);
    }
}
