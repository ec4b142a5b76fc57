package cadenza.host.measure;

import cadenza.api.document.Note;
import cadenza.api.document.Track;
import cadenza.host.music.Bar;
import java.util.List;

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
        List<Bar> bars = piece.bars();
        long[] patterns = patterns(piece);
        double alike = 0;
        long pairs = 0;
        for (int i = 0; i < bars.size(); i++) {
            for (int j = i + 1; j < bars.size(); j++) {
                if (bars.get(i).full() && bars.get(j).full() && length(bars.get(i)) == length(bars.get(j))) {
                    alike += 1 - (double) Long.bitCount(patterns[i] ^ patterns[j]) / POSITIONS;
                    pairs++;
                }
            }
        }
        return new Ratio(alike, pairs);
    }

    private static long length(Bar bar) {
        return bar.until() - bar.from();
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
