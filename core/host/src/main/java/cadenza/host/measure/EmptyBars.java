package cadenza.host.measure;

import java.util.Set;

/**
 * The share of the bars in which nothing sounds; 0 to 1. The empty bars of H.-W. Dong and others, "MuseGAN" (AAAI 2018),
 * section 5.4, over all tracks together.
 */
final class EmptyBars implements Measure {
    @Override
    public String name() {
        return "emptyBars";
    }

    @Override
    public String label() {
        return "empty bars";
    }

    @Override
    public Ratio of(Piece piece) {
        long empty = BarContents.of(piece).stream().filter(Set::isEmpty).count();
        return new Ratio(empty, piece.bars().size());
    }
}
