package cadenza.host.measure;

import cadenza.api.document.Meter;
import cadenza.host.music.Bar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The share of the full bars in which just the same sounds as in an earlier full bar of that meter: same tracks,
 * pitches, beginnings and ends; 0 to 1. Velocities may differ. A plain count of exact repeats; for repetition in a
 * looser sense see the fitness scape plots of Wu and Yang (ISMIR 2020).
 */
final class BarRepetition implements Measure {
    private record MeteredBar(Meter meter, Set<BarContents.Sound> sounds) {}

    @Override
    public String name() {
        return "barRepetition";
    }

    @Override
    public String label() {
        return "bars equal to an earlier bar";
    }

    @Override
    public Ratio of(Piece piece) {
        List<Set<BarContents.Sound>> contents = BarContents.of(piece);
        Set<MeteredBar> seen = new HashSet<>();
        int bars = 0;
        int repeated = 0;
        for (Bar bar : piece.bars()) {
            if (bar.full()) {
                bars++;
                repeated += seen.add(new MeteredBar(bar.meter(), contents.get(bar.number() - 1))) ? 0 : 1;
            }
        }
        return new Ratio(repeated, bars);
    }
}
