package cadenza.music.drums;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which drums were hit in which cells, as far back as a bar goes. One piece, one thread. */
final class RecentCells {
    private static final BitSet NOTHING = new BitSet();

    private final Map<Integer, BitSet> cells = new HashMap<>();

    /** A drum was hit. @param drum its number among the drums of the vocabulary */
    void hit(int cell, int drum) {
        cells.computeIfAbsent(cell, ignored -> new BitSet()).set(drum);
    }

    /** Forgets the cells before this one. */
    void forgetBefore(int cell) {
        cells.keySet().removeIf(old -> old < cell);
    }

    /** The drums of a cell; not to be changed. */
    BitSet drums(int cell) {
        return cells.getOrDefault(cell, NOTHING);
    }

    /** How many cells after this one the next with a hit is, 1 to {@code most}; 0 if there is none so near. */
    int cellsToTheNext(int cell, int most) {
        for (int ahead = 1; ahead <= most; ahead++) {
            if (cells.containsKey(cell + ahead)) {
                return ahead;
            }
        }
        return 0;
    }
}
