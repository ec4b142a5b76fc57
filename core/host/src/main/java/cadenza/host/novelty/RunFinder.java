package cadenza.host.novelty;

import java.util.function.Consumer;

/**
 * Finds the runs of a text that are in a {@link TextFingerprint}, as the text comes. Takes the same memory for any text.
 * For one text and one thread.
 *
 * <p>A run is as long as n-grams are found and none is missed; where only a sample is known, what lies between two that
 * are found, and no known one between them is missed, belongs to the run.
 */
public final class RunFinder implements Consumer<String> {
    /** A run of a sample ends where for so many times the mean distance no n-gram is known. */
    private static final int MOST_DISTANCES = 16;

    private final TextFingerprint training;
    private final Consumer<TextRun> listener;
    private final CharacterGrams grams;
    private final long[] places; // in the text, of the last n characters that counted; a ring
    private final long mostBetween;
    private long place; // in the text, of what comes next
    private boolean open;
    private long begin; // of the open run, in characters that count
    private long end;
    private long beginPlace;
    private long endPlace;
    private long longest;
    private long covered; // characters before it lie in long runs already counted, or in none
    private long inLongRuns;

    /** @param listener hears of each run when it is over, in the order of the text */
    public RunFinder(TextFingerprint training, Consumer<TextRun> listener) {
        this.training = training;
        this.listener = listener;
        grams = new CharacterGrams(training.length());
        places = new long[training.length()];
        mostBetween = (long) MOST_DISTANCES * training.oneOf();
    }

    /** Only to be asked in the end. */
    public RunFinder(TextFingerprint training) {
        this(training, run -> {});
    }

    /** Goes on. @param text whole code points */
    @Override
    public void accept(String text) {
        text.codePoints().forEach(this::add);
    }

    /** Goes on by a character. @return whether it counts: white space after white space does not */
    boolean add(int codePoint) {
        boolean counts = grams.add(codePoint);
        if (counts) {
            places[(int) ((characters() - 1) % places.length)] = place;
            if (grams.full()) {
                look(grams.hash());
            }
        }
        place++;
        return counts;
    }

    private void look(long hash) {
        if (!training.knows(hash)) {
            if (open && characters() - end > mostBetween) {
                close();
            }
        } else if (!training.contains(hash)) {
            close();
        } else {
            if (!open) {
                open = true;
                begin = characters() - training.length();
                beginPlace = places[(int) (begin % places.length)];
            }
            end = characters();
            endPlace = place + 1;
        }
    }

    private void close() {
        if (!open) {
            return;
        }
        open = false;
        longest = Math.max(longest, end - begin);
        if (end - begin > TextNovelty.LONG) {
            // Runs may overlap.
            inLongRuns += end - Math.max(begin, covered);
            covered = end;
        }
        listener.accept(new TextRun(beginPlace, endPlace, end - begin));
    }

    /** How many characters have counted. */
    long characters() {
        return grams.characters();
    }

    /** How many characters the run has by now that may go on; 0 if there is none. */
    public long openLength() {
        return open ? end - begin : 0;
    }

    /** Where the open run begins, in characters that count. */
    long begin() {
        return begin;
    }

    /** Where it ends by now. */
    long end() {
        return end;
    }

    /** Ends the text. @return what was found in all of it */
    public TextNovelty finish() {
        close();
        return new TextNovelty(training, longest, characters(), inLongRuns);
    }
}
