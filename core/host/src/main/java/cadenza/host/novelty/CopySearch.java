package cadenza.host.novelty;

import cadenza.api.document.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds what a text has in common with others, exactly: characters are compared, white space in a row as one blank. Takes
 * some 40 bytes for each character of the text, and none for those of the others, which come one after the other. For
 * one thread.
 *
 * <p>A join of hashed n-grams: those of the text are sorted; the rolling hash of the others looks for its equals, and
 * what it finds is compared character by character, from the place on where the two begin to be the same.
 */
public final class CopySearch {
    /** Of an n-gram that a text has more often, so many places are looked at: against a text that is one letter. */
    private static final int MOST_PLACES = 1000;

    private static final int MOST_FILTER_BITS = 26;
    private static final int FILTER_BITS_PER_GRAM = 16;

    private final int length;
    private final int[] symbols; // of the text: what counts
    private final int[] places; // of those in the text
    private final long[] keys; // hashes of its n-grams, their last bits replaced by the n-gram's place; ascending
    private final long placeMask;
    private final BitSet filter; // of the first bits of those hashes
    private final int filterShift;
    private final int[] best; // for each of the symbols the longest run that begins there; 0 for none
    private final int[] bestSource;
    private final int[] bestLine;
    private final List<String> sources = new ArrayList<>();

    /** @param text in which copies are looked for */
    public CopySearch(Text text) {
        length = TextFingerprint.length(List.of(text));
        int characters = text.content().codePointCount(0, text.content().length());
        int[] counted = new int[characters];
        int[] at = new int[characters];
        long[] hashes = new long[characters];
        CharacterGrams grams = new CharacterGrams(length);
        int[] codePoints = text.content().codePoints().toArray();
        for (int place = 0; place < characters; place++) {
            if (grams.add(codePoints[place])) {
                int count = (int) grams.characters();
                counted[count - 1] = CharacterGrams.counted(codePoints[place]);
                at[count - 1] = place;
                if (grams.full()) {
                    hashes[count - length] = grams.hash();
                }
            }
        }
        int count = (int) grams.characters();
        symbols = Arrays.copyOf(counted, count);
        places = Arrays.copyOf(at, count);
        placeMask = (Long.highestOneBit(Math.max(1, count)) << 1) - 1;
        keys = Arrays.copyOf(hashes, Math.max(0, count - length + 1));
        int bits = Long.SIZE - Long.numberOfLeadingZeros((long) FILTER_BITS_PER_GRAM * keys.length);
        filterShift = Long.SIZE - Math.max(1, Math.min(MOST_FILTER_BITS, bits));
        filter = new BitSet();
        for (int i = 0; i < keys.length; i++) {
            filter.set((int) (keys[i] >>> filterShift));
            keys[i] = keys[i] & ~placeMask | i;
        }
        Arrays.sort(keys);
        best = new int[count];
        bestSource = new int[count];
        bestLine = new int[count];
    }

    /** How many characters the shortest run has that is found. */
    public int shortest() {
        return length;
    }

    /** Looks for copies of what is in another text. */
    public void add(Text source) {
        sources.add(source.title());
        String content = source.content();
        CharacterGrams grams = new CharacterGrams(length);
        // Of the characters that counted, of an n-gram and the one before it; rings.
        int ring = length + 1;
        int[] from = new int[ring];
        int[] lines = new int[ring];
        int[] last = new int[ring];
        int line = 1;
        for (int at = 0; at < content.length(); ) {
            int codePoint = content.codePointAt(at);
            if (grams.add(codePoint)) {
                int place = (int) ((grams.characters() - 1) % ring);
                from[place] = at;
                lines[place] = line;
                last[place] = CharacterGrams.counted(codePoint);
                if (grams.full()) {
                    long hash = grams.hash();
                    if (filter.get((int) (hash >>> filterShift))) {
                        int begin = (int) ((grams.characters() - length) % ring);
                        boolean first = grams.characters() == length;
                        int before = first ? -1 : last[(begin + length) % ring];
                        look(hash, before, content, from[begin], lines[begin]);
                    }
                }
            }
            line += codePoint == '\n' ? 1 : 0;
            at += Character.charCount(codePoint);
        }
    }

    /** @param before the character before the n-gram, -1 for none @param from where the n-gram begins */
    private void look(long hash, int before, String content, int from, int line) {
        long key = hash & ~placeMask;
        int index = Arrays.binarySearch(keys, key);
        index = index < 0 ? -index - 1 : index;
        int end = Math.min(keys.length, index + MOST_PLACES);
        for (; index < end && (keys[index] & ~placeMask) == key; index++) {
            int place = (int) (keys[index] & placeMask);
            // What goes on from the character before was found from there.
            if (place == 0 || before != symbols[place - 1]) {
                int common = common(place, content, from);
                if (common >= length && common > best[place]) {
                    best[place] = common;
                    bestSource[place] = sources.size() - 1;
                    bestLine[place] = line;
                }
            }
        }
    }

    private int common(int place, String content, int from) {
        int common = 0;
        boolean afterBlank = false;
        for (int at = from; at < content.length(); ) {
            int codePoint = content.codePointAt(at);
            at += Character.charCount(codePoint);
            int symbol = CharacterGrams.counted(codePoint);
            boolean blank = symbol == CharacterGrams.BLANK;
            if (blank && afterBlank) {
                continue;
            }
            afterBlank = blank;
            if (place + common == symbols.length || symbols[place + common] != symbol) {
                break;
            }
            common++;
        }
        return common;
    }

    /** What was found by now, in the order of the text; what lies in a longer run is left out. */
    public List<TextCopy> copies() {
        List<TextCopy> copies = new ArrayList<>();
        int covered = 0;
        for (int place = 0; place < best.length; place++) {
            int end = place + best[place];
            if (best[place] > 0 && end > covered) {
                TextRun run = new TextRun(places[place], places[end - 1] + 1L, best[place]);
                copies.add(new TextCopy(run, sources.get(bestSource[place]), bestLine[place]));
                covered = end;
            }
        }
        return copies;
    }
}
