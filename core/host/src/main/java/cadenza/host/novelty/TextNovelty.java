package cadenza.host.novelty;

import java.util.Locale;

/**
 * What of a text is found in a {@link TextFingerprint}; characters are counted as there.
 *
 * @param training what it was held against
 * @param longestLast characters of the longest run in the text that was learned from last; 0 if none was found
 * @param longestBefore the same of text that was learned from before
 * @param characters of the text
 * @param inLongRuns how many of them lie in runs of more than {@value #LONG}
 */
public record TextNovelty(
        TextFingerprint training, long longestLast, long longestBefore, long characters, long inLongRuns) {
    /** Longer runs are called long: what is a phrase that many use ends about here. */
    public static final int LONG = 30;

    /** Of two texts that were held against the same. */
    public TextNovelty and(TextNovelty other) {
        return new TextNovelty(
                training,
                Math.max(longestLast, other.longestLast),
                Math.max(longestBefore, other.longestBefore),
                characters + other.characters,
                inLongRuns + other.inLongRuns);
    }

    /** The share of the characters that lie in long runs, 0 to 1. */
    public double share() {
        return characters == 0 ? 0 : (double) inLongRuns / characters;
    }

    /** Characters of the longest run; 0 if none was found. */
    public long longest() {
        return Math.max(longestLast, longestBefore);
    }

    /** In one line. */
    @Override
    public String toString() {
        return longestInWords() + " the training text; " + percent() + " % of the text lies in runs over " + LONG
                + reservations();
    }

    private String longestInWords() {
        boolean sample = training.oneOf() > 1;
        if (longest() == 0) {
            return sample
                    ? "no " + training.length() + " characters in a row were found in"
                    : "fewer than " + training.length() + " characters in a row are in";
        }
        boolean bound = !sample && longestLast >= longestBefore;
        return (bound ? "at most " : "about ") + longest() + " characters in a row are in";
    }

    private String reservations() {
        String own = training.oneOf() == 1 ? "" : sample(training) + " of the training text's passages tells";
        int before = training.before().map(TextNovelty::leastKept).orElse(1);
        return own
                + (before == 1
                        ? ""
                        : (own.isEmpty() ? ", as far as" : ", and") + " a sample of 1/" + before
                                + " tells of what the model learned from before");
    }

    private static String sample(TextFingerprint training) {
        return ", as far as a sample of 1/" + training.oneOf();
    }

    private static int leastKept(TextFingerprint training) {
        return Math.max(
                training.oneOf(), training.before().map(TextNovelty::leastKept).orElse(1));
    }

    private String percent() {
        double percent = 100 * share();
        if (inLongRuns == 0) {
            return "0";
        }
        return percent < 0.1 ? "under 0.1" : String.format(Locale.ROOT, percent < 10 ? "%.1f" : "%.0f", percent);
    }
}
