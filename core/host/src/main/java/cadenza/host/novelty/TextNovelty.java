package cadenza.host.novelty;

import java.util.Locale;

/**
 * What of a text is found in a {@link TextFingerprint}; characters are counted as there.
 *
 * @param training what it was held against
 * @param longest characters of the longest run; 0 if none was found
 * @param characters of the text
 * @param inLongRuns how many of them lie in runs of more than {@value #LONG}
 */
public record TextNovelty(TextFingerprint training, long longest, long characters, long inLongRuns) {
    /** Longer runs are called long: what is a phrase that many use ends about here. */
    public static final int LONG = 30;

    /** Of two texts that were held against the same. */
    public TextNovelty and(TextNovelty other) {
        return new TextNovelty(
                training,
                Math.max(longest, other.longest),
                characters + other.characters,
                inLongRuns + other.inLongRuns);
    }

    /** The share of the characters that lie in long runs, 0 to 1. */
    public double share() {
        return characters == 0 ? 0 : (double) inLongRuns / characters;
    }

    /** In one line. */
    @Override
    public String toString() {
        boolean sample = training.oneOf() > 1;
        String run = longest == 0
                ? (sample ? "no " + training.length() : "fewer than " + training.length())
                : (sample ? "about " : "at most ") + longest;
        String found = sample && longest == 0 ? " were found in" : " are in";
        return run + " characters in a row" + found + " the training text; " + percent()
                + " % of the text lies in runs over " + LONG
                + (sample
                        ? ", as far as a sample of 1/" + training.oneOf() + " of the training text's passages tells"
                        : "");
    }

    private String percent() {
        double percent = 100 * share();
        if (inLongRuns == 0) {
            return "0";
        }
        return percent < 0.1 ? "under 0.1" : String.format(Locale.ROOT, percent < 10 ? "%.1f" : "%.0f", percent);
    }
}
