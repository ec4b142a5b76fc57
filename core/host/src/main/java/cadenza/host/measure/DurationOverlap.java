package cadenza.host.measure;

import cadenza.api.document.Note;
import cadenza.api.document.Track;
import java.util.List;

/**
 * The overlap of how long notes are: in sixteenths, rounded, what is shorter counting as one and what is longer as
 * sixteen; every note counts the same, percussion too. The overlapping area of Yang and Lerch (2020), of the note length
 * histogram itself.
 */
final class DurationOverlap implements Overlap {
    private static final int LONGEST = 16;

    @Override
    public String name() {
        return "durationOverlap";
    }

    @Override
    public String label() {
        return "note length overlap";
    }

    @Override
    public double of(List<Piece> samples, List<Piece> reference) {
        return Overlap.shared(histogram(samples), histogram(reference));
    }

    private static double[] histogram(List<Piece> pieces) {
        double[] histogram = new double[LONGEST + 1];
        for (Piece piece : pieces) {
            for (Track track : piece.score().tracks()) {
                for (Note note : track.notes()) {
                    long sixteenths = (note.duration() + Piece.SIXTEENTH / 2) / Piece.SIXTEENTH;
                    histogram[(int) Math.min(LONGEST, Math.max(1, sixteenths))]++;
                }
            }
        }
        return histogram;
    }
}
