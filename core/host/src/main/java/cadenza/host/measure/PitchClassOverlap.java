package cadenza.host.measure;

import cadenza.api.document.KeySignature;
import java.util.List;

/**
 * The overlap of how long the twelve pitch classes sound, counted from the tonic of the key that each piece most likely
 * has. Every piece counts the same; pieces in major are compared with pieces in minor apart, and each mode weighs as
 * much as it has samples.
 *
 * <p>The overlapping area of L.-C. Yang and A. Lerch, "On the evaluation of generative models in music" (Neural
 * Computing and Applications 32, 2020), of pitch-class histograms themselves; related to the tonic, so that a set of
 * pieces in all keys is not taken for chromatic music.
 */
final class PitchClassOverlap implements Overlap {
    @Override
    public String name() {
        return "pitchClassOverlap";
    }

    @Override
    public String label() {
        return "pitch-class overlap";
    }

    @Override
    public double of(List<Piece> samples, List<Piece> reference) {
        double overlap = 0;
        double pieces = 0;
        for (boolean minor : new boolean[] {false, true}) {
            double[] histogram = histogram(samples, minor);
            double weight = Overlap.sum(histogram);
            overlap += weight * Overlap.shared(histogram, histogram(reference, minor));
            pieces += weight;
        }
        return overlap / pieces;
    }

    /** The pitch classes of all pieces of a mode, the tonic first; adds up to the number of those pieces. */
    private static double[] histogram(List<Piece> pieces, boolean minor) {
        double[] histogram = new double[Piece.PITCH_CLASSES];
        for (Piece piece : pieces) {
            if (piece.key()
                    .map(KeySignature::minor)
                    .filter(mode -> mode == minor)
                    .isPresent()) {
                int tonic = piece.key().get().tonic();
                double[] time = piece.soundingTime();
                double all = Overlap.sum(time);
                for (int interval = 0; interval < histogram.length; interval++) {
                    histogram[interval] += time[(tonic + interval) % histogram.length] / all;
                }
            }
        }
        return histogram;
    }
}
