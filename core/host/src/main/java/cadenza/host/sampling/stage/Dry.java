package cadenza.host.sampling.stage;

import cadenza.api.UserException;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * DRY, "don't repeat yourself" (P. E. Weidmann, text-generation-webui, pull request 5677, 2024): a token that would go on
 * with a repetition loses multiplier · base^(n − allowed length) nats, n being how many of the last tokens came before in
 * this order, just before that token; below the allowed length it loses nothing. As the loss grows with each further token,
 * no passage is repeated for ever. A sequence breaker ends what is compared, and is never made less likely itself: what
 * stands between two of them and is not longer than the allowed length can still be repeated, such as a short line.
 *
 * <p>Beyond {@value #MOST_GROWTH} tokens over the allowed length the loss does not grow. Comparing takes time in
 * proportion to the window.
 *
 * @param multiplier nats for a repetition of the allowed length, {@code [0, 100]}, 0 for none
 * @param base how much a further token multiplies that, {@code [1, 10]}
 * @param allowedLength tokens that may be repeated freely, {@code [1, 1000]}
 * @param window how many tokens back it looks, {@code [1, 65536]}
 * @param breakers symbols of the sequence breakers; those that a vocabulary does not have never come
 */
public record Dry(double multiplier, double base, int allowedLength, int window, List<String> breakers) {
    /** As its author has it. */
    public static final double BASE = 1.75;

    /**
     * Tokens that may be repeated freely. The author has 2, of tokens that are about a word each; here a token is a
     * character, or a part of a chord.
     */
    public static final int ALLOWED_LENGTH = 12;

    /** How far back it looks where nothing is said. */
    public static final int WINDOW = 2048;

    /** As its author has them: what ends a line, a speaker's name, or a quotation. */
    public static final List<String> BREAKERS = List.of("\n", ":", "\"", "*");

    /** None. */
    public static final Dry OFF = new Dry(0, BASE, ALLOWED_LENGTH, WINDOW, BREAKERS);

    /** The highest multiplier. */
    public static final double MOST_MULTIPLIER = 100;

    /** The highest base. */
    public static final double MOST_BASE = 10;

    /** The greatest allowed length. */
    public static final int MOST_LENGTH = 1000;

    static final int MOST_GROWTH = 50;

    public Dry {
        if (!(multiplier >= 0 && multiplier <= MOST_MULTIPLIER)) {
            throw new UserException("--dry " + multiplier + " is not in 0 (none).." + (int) MOST_MULTIPLIER);
        }
        if (!(base >= 1 && base <= MOST_BASE)) {
            throw new UserException("--dry-base " + base + " is not in 1.." + (int) MOST_BASE);
        }
        if (allowedLength < 1 || allowedLength > MOST_LENGTH) {
            throw new UserException("--dry-length " + allowedLength + " is not in 1.." + MOST_LENGTH + " tokens");
        }
        RepetitionPenalty.checkWindow(window);
        breakers = List.copyOf(breakers);
    }

    /** Whether it does anything. */
    public boolean on() {
        return multiplier > 0;
    }

    /**
     * The stage of one generation.
     *
     * @param size number of tokens
     * @param id of each symbol; negative if the vocabulary does not have it
     */
    public Stage stage(int size, ToIntFunction<String> id) {
        boolean[] breaks = new boolean[size];
        for (String symbol : breakers) {
            int token = id.applyAsInt(symbol);
            if (token >= 0) {
                breaks[token] = true;
            }
        }
        return new RepeatedRuns(this, breaks);
    }

    private static final class RepeatedRuns implements Stage {
        private final Dry settings;
        private final boolean[] breaks; // by token
        private final double[] penalties; // by tokens over the allowed length
        private final History history;
        private final int[] longest; // by token: the longest repetition that it would go on with
        private final int[] touched; // the tokens that have one

        RepeatedRuns(Dry settings, boolean[] breaks) {
            this.settings = settings;
            this.breaks = breaks;
            penalties = new double[MOST_GROWTH + 1];
            for (int over = 0; over <= MOST_GROWTH; over++) {
                penalties[over] = settings.multiplier * StrictMath.pow(settings.base, over);
            }
            history = new History(settings.window);
            longest = new int[breaks.length];
            touched = new int[breaks.length];
        }

        @Override
        public String name() {
            return "DRY " + settings.multiplier;
        }

        @Override
        public void apply(Candidates candidates) {
            int count = findRuns();
            for (int i = 0; i < count; i++) {
                int token = touched[i];
                int over = longest[token] - settings.allowedLength;
                if (over >= 0) {
                    candidates.score(token, candidates.score(token) - penalties[over]);
                }
                longest[token] = 0;
            }
        }

        /** @return how many tokens would go on with a repetition, of whatever length */
        private int findRuns() {
            int size = history.size();
            if (size == 0 || breaks[(int) history.back(1)]) {
                return 0;
            }
            int count = 0;
            double last = history.back(1);
            for (int back = 2; back <= size; back++) {
                int next = (int) history.back(back - 1);
                if (history.back(back) == last && !breaks[next]) {
                    int length = length(back, size);
                    if (longest[next] == 0) {
                        touched[count++] = next;
                    }
                    longest[next] = Math.max(longest[next], length);
                }
            }
            return count;
        }

        /** How many tokens up to so far back are the last ones. */
        private int length(int back, int size) {
            int most = settings.allowedLength + MOST_GROWTH;
            int length = 1;
            while (length < most && back + length <= size) {
                double before = history.back(1 + length);
                if (before != history.back(back + length) || breaks[(int) before]) {
                    break;
                }
                length++;
            }
            return length;
        }

        @Override
        public void accept(int token) {
            history.add(token);
        }

        @Override
        public void rewind(int length) {
            history.rewind(length);
        }
    }
}
