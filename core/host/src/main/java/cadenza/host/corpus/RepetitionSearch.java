package cadenza.host.corpus;

import cadenza.host.corpus.Repetition.Passage;
import cadenza.host.corpus.Repetition.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds passages of at least two blocks' length that occur before, with a rolling hash (R. M. Karp and M. O. Rabin,
 * <em>Efficient randomized pattern-matching algorithms</em>, IBM J. Res. Dev. 31, 1987). The texts are cut into blocks,
 * which go into a table. A passage of two blocks' length has a whole block in it where it stands first, so one of its
 * windows of a block's length is found there; what is found is compared, character by character, and followed to both
 * sides. Of a block that occurs more than {@value #MOST_ALIKE} times the first ones are kept. One object, one search.
 */
final class RepetitionSearch {
    /** UTF-16 units of the shortest block. */
    static final int SHORTEST_BLOCK = 40;

    /** Of larger texts the blocks are longer: table and filter stay within 40 MiB. */
    private static final int MOST_BLOCKS = 1 << 21;

    /** Enough for all but a text that says the same over and over, where any of them will do. */
    private static final int MOST_ALIKE = 16;

    private static final int MULTIPLIER = 0x01000193; // odd; the FNV prime
    private static final int SPREAD = 0x9E3779B9; // 2^32 divided by the golden ratio

    private final List<String> texts;
    private final int block;
    private final int leaving; // MULTIPLIER to the power of block
    private final int[] firstBlock; // of each text, and the end
    private final long[] table; // hash and number of a block, plus 1; 0 where there is none
    private final int tableShift;
    private final long[] filter; // one bit a hash, four times as large as the table: most windows are of no block
    private final int filterShift;

    private long repeated;
    private Optional<Passage> longest = Optional.empty();

    RepetitionSearch(List<String> texts) {
        this(texts, shortestBlock(texts));
    }

    /** @param block length of a block, in UTF-16 units */
    RepetitionSearch(List<String> texts, int block) {
        this.texts = texts;
        this.block = block;
        int power = 1;
        for (int i = 0; i < block; i++) {
            power *= MULTIPLIER;
        }
        leaving = power;
        firstBlock = new int[texts.size() + 1];
        for (int text = 0; text < texts.size(); text++) {
            firstBlock[text + 1] = firstBlock[text] + texts.get(text).length() / block;
        }
        int bits = Math.max(6, 33 - Integer.numberOfLeadingZeros(firstBlock[texts.size()]));
        table = new long[1 << bits];
        tableShift = 32 - bits;
        filter = new long[1 << (bits + 4 - 6)];
        filterShift = 32 - bits - 4;
    }

    private static int shortestBlock(List<String> texts) {
        int block = SHORTEST_BLOCK;
        while (units(texts) / block >= MOST_BLOCKS) {
            block *= 2;
        }
        return block;
    }

    private static long units(List<String> texts) {
        return texts.stream().mapToLong(String::length).sum();
    }

    Repetition search() {
        for (int text = 0; text < texts.size(); text++) {
            for (int number = firstBlock[text]; number < firstBlock[text + 1]; number++) {
                keep(number, text);
            }
        }
        for (int text = 0; text < texts.size(); text++) {
            searchText(text);
        }
        return new Repetition(2 * block, repeated, units(texts), longest);
    }

    private int hash(String text, int from) {
        int hash = 0;
        for (int i = from; i < from + block; i++) {
            hash = hash * MULTIPLIER + text.charAt(i);
        }
        return hash;
    }

    private void keep(int number, int text) {
        int from = (number - firstBlock[text]) * block;
        int hash = hash(texts.get(text), from);
        int alike = 0;
        int slot = slot(hash);
        while (table[slot] != 0) {
            alike += isOf(slot, hash) ? 1 : 0;
            slot = next(slot);
        }
        if (alike < MOST_ALIKE) {
            table[slot] = (long) hash << 32 | number + 1;
            int bit = filterBit(hash);
            filter[bit >>> 6] |= 1L << bit;
        }
    }

    private int next(int slot) {
        return slot + 1 & table.length - 1;
    }

    private boolean isOf(int slot, int hash) {
        return (int) (table[slot] >>> 32) == hash;
    }

    private int slot(int hash) {
        return hash * SPREAD >>> tableShift;
    }

    private int filterBit(int hash) {
        return hash * SPREAD >>> filterShift;
    }

    /** Whether a window may equal a block, as hardly one in forty does. */
    private boolean isLikely(int hash) {
        int bit = filterBit(hash);
        return (filter[bit >>> 6] & 1L << bit) != 0;
    }

    private int textOf(int number) {
        int found = Arrays.binarySearch(firstBlock, number);
        // Texts too short for a block begin where the next one does.
        int text = found < 0 ? -found - 2 : found;
        while (firstBlock[text + 1] == firstBlock[text]) {
            text++;
        }
        return text;
    }

    private void searchText(int text) {
        String content = texts.get(text);
        int last = content.length() - block; // the last window begins here
        int told = 0; // up to here what is repeated was counted
        int from = 0;
        int hash = from <= last ? hash(content, from) : 0;
        while (from <= last) {
            int end = isLikely(hash) ? passageEnd(text, from, told, hash) : -1;
            if (end >= 0) {
                told = end;
                from = end;
                hash = from <= last ? hash(content, from) : 0;
            } else {
                if (from < last) {
                    hash = hash * MULTIPLIER + content.charAt(from + block) - leaving * content.charAt(from);
                }
                from++;
            }
        }
    }

    /** Where the longest passage around a window ends, if one that is long enough stands before; else -1. */
    private int passageEnd(int text, int from, int told, int hash) {
        Passage best = null;
        for (int slot = slot(hash); table[slot] != 0; slot = next(slot)) {
            if (isOf(slot, hash)) {
                int number = (int) table[slot] - 1;
                int earlier = textOf(number);
                int earlierFrom = (number - firstBlock[earlier]) * block;
                if (earlier < text || earlier == text && earlierFrom < from) {
                    Passage passage = around(new Place(text, from), new Place(earlier, earlierFrom), told);
                    best = best == null || passage.units() > best.units() ? passage : best;
                }
            }
        }
        if (best == null || best.units() < 2 * block) {
            return -1;
        }
        repeated += best.units();
        if (longest.isEmpty() || best.units() > longest.get().units()) {
            longest = Optional.of(best);
        }
        return best.again().unit() + best.units();
    }

    /** What equals before and after two places; of no length where nothing does. */
    private Passage around(Place again, Place before, int told) {
        String content = texts.get(again.text());
        String earlier = texts.get(before.text());
        int ahead = 0;
        while (again.unit() + ahead < content.length()
                && before.unit() + ahead < earlier.length()
                && content.charAt(again.unit() + ahead) == earlier.charAt(before.unit() + ahead)) {
            ahead++;
        }
        int back = 0;
        while (again.unit() - back > told
                && before.unit() - back > 0
                && content.charAt(again.unit() - back - 1) == earlier.charAt(before.unit() - back - 1)) {
            back++;
        }
        return new Passage(
                back + ahead,
                new Place(again.text(), again.unit() - back),
                new Place(before.text(), before.unit() - back));
    }
}
