package cadenza.host.novelty;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the runs of a text that are in a {@link TextFingerprint}, as the text comes. Takes the same memory for any text.
 * For one text and one thread.
 *
 * <p>A run is as long as n-grams are found and none is missed; where only a sample is known, what lies between two that
 * are found, and no known one between them is missed, belongs to the run. Text that was learned before, with a
 * fingerprint of its own, has runs of its own; those of both may overlap.
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
    private long from; // characters that count before it were given, not made
    private long fromPlace;
    private final Coverage inLongRuns;
    private final Optional<RunFinder> before;

    /** @param listener hears of each run when it is over */
    public RunFinder(TextFingerprint training, Consumer<TextRun> listener) {
        this(training, listener, new Coverage());
    }

    private RunFinder(TextFingerprint training, Consumer<TextRun> listener, Coverage inLongRuns) {
        this.inLongRuns = inLongRuns;
        before = training.before().map(earlier -> new RunFinder(earlier, listener, inLongRuns));
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

    /**
     * Goes on by text that was given, not made, such as a prime: what of a run lies in it does not count.
     *
     * @param text whole code points, before all other text
     */
    public void acceptGiven(String text) {
        begin(Long.MAX_VALUE, Long.MAX_VALUE); // no run that ends within it counts
        accept(text);
        begin(characters(), place);
    }

    private void begin(long characters, long at) {
        from = characters;
        fromPlace = at;
        before.ifPresent(earlier -> earlier.begin(characters, at));
    }

    /** Goes on by a character. @return whether it counts: white space after white space does not */
    boolean add(int codePoint) {
        before.ifPresent(earlier -> earlier.add(codePoint));
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
        long length = openedLength();
        if (length <= 0) {
            return;
        }
        longest = Math.max(longest, length);
        if (length > TextNovelty.LONG) {
            inLongRuns.add(end - length, end);
        }
        listener.accept(new TextRun(Math.max(beginPlace, fromPlace), endPlace, length));
    }

    /** What of the open run was made. */
    private long openedLength() {
        return end - Math.max(begin, from);
    }

    /** How many characters have counted, those that were given included. */
    long characters() {
        return grams.characters();
    }

    /** How many characters the run has by now that may go on; 0 if there is none. */
    public long openLength() {
        return Math.max(
                open ? end - begin : 0, before.map(RunFinder::openLength).orElse(0L));
    }

    /** Where in the text the first character is of which it is not known yet whether it lies in a run. */
    public long undecided() {
        long window = grams.characters() == 0 ? place : places[grams.full() ? (int) (characters() % places.length) : 0];
        return Math.min(
                open ? Math.min(beginPlace, window) : window,
                before.map(RunFinder::undecided).orElse(place));
    }

    /** Ends the text. @return what was found in all of it */
    public TextNovelty finish() {
        long longestBefore = before.map(earlier -> earlier.finish().longest()).orElse(0L);
        close();
        return new TextNovelty(training, longest, longestBefore, characters() - from, inLongRuns.characters());
    }
}
