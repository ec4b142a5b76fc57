package cadenza.api.document;

import java.util.Optional;

/**
 * Estimates the key of a score with the Krumhansl-Schmuckler algorithm: the time each pitch class sounds is correlated
 * (Pearson) with the Krumhansl-Kessler probe-tone profiles of the 24 keys, and the best correlation wins.
 *
 * <p>Sources: C. L. Krumhansl, <em>Cognitive Foundations of Musical Pitch</em>, Oxford University Press 1990, chapters 2
 * and 4; the profiles are those of C. L. Krumhansl and E. J. Kessler, <em>Psychological Review</em> 89 (1982). Their
 * known weakness is to confuse a key with that of its dominant or its relative (D. Temperley, <em>Music Perception</em>
 * 17 (1999)), hence the margin asked for below.
 */
public final class KeyEstimate {
    /** The least correlation, -1 to 1, that counts as a key at all. */
    static final double LEAST_CORRELATION = 0.6;

    /** How far the best correlation must lie above the second best. */
    static final double LEAST_MARGIN = 0.02;

    private static final int PITCH_CLASSES = 12;

    // How well each pitch class fits a key, by semitones above the tonic.
    private static final double[] MAJOR = {6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88};
    private static final double[] MINOR = {6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17};

    private KeyEstimate() {}

    /**
     * The key that fits best, clear or not.
     *
     * @param key notated with the fewest accidentals
     * @param correlation with the key's profile, -1 to 1
     * @param clear whether it counts as the key: the correlation is {@value #LEAST_CORRELATION} or more, and at least
     *     {@value #LEAST_MARGIN} above that of any other key
     */
    public record Fit(KeySignature key, double correlation, boolean clear) {}

    /**
     * The key that a score most likely has throughout, notated with the fewest accidentals. Percussion does not count.
     *
     * @return empty if there are no notes, or no key is clear: the best correlation is below
     *     {@value #LEAST_CORRELATION}, or less than {@value #LEAST_MARGIN} above the second best
     */
    public static Optional<KeySignature> of(Score score) {
        return fit(score).filter(Fit::clear).map(Fit::key);
    }

    /**
     * The key that fits a score best, and how well. Percussion does not count.
     *
     * @return empty if there are no notes, or all pitch classes sound equally long
     */
    public static Optional<Fit> fit(Score score) {
        double[] durations = durations(score);
        KeySignature bestKey = null;
        double best = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (int tonic = 0; tonic < PITCH_CLASSES; tonic++) {
            for (boolean minor : new boolean[] {false, true}) {
                double correlation = correlation(durations, minor ? MINOR : MAJOR, tonic);
                if (correlation > best) {
                    second = best;
                    best = correlation;
                    bestKey = KeySignature.of(tonic, minor);
                } else if (correlation > second) {
                    second = correlation;
                }
            }
        }
        boolean clear = best >= LEAST_CORRELATION && best - second >= LEAST_MARGIN;
        return bestKey == null ? Optional.empty() : Optional.of(new Fit(bestKey, best, clear));
    }

    /** The key that fits best, clear or not; C major where there is nothing to tell by. */
    public static KeySignature likeliest(Score score) {
        return fit(score).map(Fit::key).orElse(KeySignature.of(0, false));
    }

    /** Ticks that each pitch class, from C to B, sounds in all tracks. */
    private static double[] durations(Score score) {
        double[] durations = new double[PITCH_CLASSES];
        for (Track track : score.tracks()) {
            if (!track.percussion()) {
                for (Note note : track.notes()) {
                    durations[note.pitch() % PITCH_CLASSES] += note.duration();
                }
            }
        }
        return durations;
    }

    /** Pearson's correlation; NaN, which no comparison lets through, where all durations are equal. */
    private static double correlation(double[] durations, double[] profile, int tonic) {
        double meanDuration = mean(durations);
        double meanFit = mean(profile);
        double product = 0;
        double durationSquares = 0;
        double fitSquares = 0;
        for (int interval = 0; interval < PITCH_CLASSES; interval++) {
            double duration = durations[(tonic + interval) % PITCH_CLASSES] - meanDuration;
            double fit = profile[interval] - meanFit;
            product += duration * fit;
            durationSquares += duration * duration;
            fitSquares += fit * fit;
        }
        return product / Math.sqrt(durationSquares * fitSquares);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
