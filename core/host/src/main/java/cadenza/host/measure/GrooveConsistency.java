package cadenza.host.measure;

import cadenza.api.document.Note;
import cadenza.api.document.Track;
import cadenza.host.music.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How alike the rhythms of the bars are: the mean, over all pairs of full bars of one length, of the share of the 64
 * positions of a bar at which a note begins in both bars or in neither; 0 to 1.
 *
 * <p>The grooving pattern similarity of S.-L. Wu and Y.-H. Yang, "The Jazz Transformer on the Front Line" (ISMIR 2020),
 * section 4.2. MusPy's groove consistency is the same over neighbouring bars alone.
 */
final class GrooveConsistency implements Measure {
    private static final int POSITIONS = Long.SIZE;

    @Override
    public String name() {
        return "grooveConsistency";
    }

    @Override
    public String label() {
        return "groove consistency";
    }

    @Override
    public Ratio of(Piece piece) {
        long[] patterns = patterns(piece);
        Map<Long, List<Long>> byLength = new TreeMap<>();
        for (Bar bar : piece.bars()) {
            if (bar.full()) {
                byLength.computeIfAbsent(bar.until() - bar.from(), length -> new ArrayList<>())
                        .add(patterns[bar.number() - 1]);
            }
        }
        double alike = 0;
        double pairs = 0;
        for (List<Long> bars : byLength.values()) {
            double own = bars.size() * (bars.size() - 1.0) / 2;
            pairs += own;
            alike += own - differing(bars) / POSITIONS;
        }
        return new Ratio(alike, pairs);
    }

    /**
     * In how many positions the pairs of bars differ, all together: where c of n bars have a beginning, c(n − c) pairs do.
     * Counting so takes no time that grows with the square of the bars.
     */
    private static double differing(List<Long> bars) {
        double differing = 0;
        for (int position = 0; position < POSITIONS; position++) {
            long bit = 1L << position;
            double having = bars.stream().filter(bar -> (bar & bit) != 0).count();
            differing += having * (bars.size() - having);
        }
        return differing;
    }

    /** Where notes begin in each bar, a bit a position. */
    private static long[] patterns(Piece piece) {
        long[] patterns = new long[piece.bars().size()];
        for (Track track : piece.score().tracks()) {
            for (Note note : track.notes()) {
                Bar bar = Bar.at(piece.bars(), note.tick());
                long position =
                        (note.tick() - bar.from()) * POSITIONS / bar.meter().ticksPerBar();
                patterns[bar.number() - 1] |= 1L << position;
            }
        }
        return patterns;
    }
}
