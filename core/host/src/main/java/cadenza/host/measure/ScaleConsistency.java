package cadenza.host.measure;

/**
 * The share of the sounding time whose pitch class lies in one scale, for the scale that fits best of the twelve major
 * and the twelve harmonic minor ones; 0 to 1.
 *
 * <p>After O. Mogren, "C-RNN-GAN: Continuous recurrent neural networks with adversarial training" (2016), section 4.2,
 * there by number of tones; here by time, so that passing notes weigh what they last.
 */
final class ScaleConsistency implements Measure {
    private static final int[] MAJOR = {0, 2, 4, 5, 7, 9, 11};
    private static final int[] HARMONIC_MINOR = {0, 2, 3, 5, 7, 8, 11};

    @Override
    public String name() {
        return "scaleConsistency";
    }

    @Override
    public String label() {
        return "time in the best scale";
    }

    @Override
    public Ratio of(Piece piece) {
        double[] time = piece.soundingTime();
        double all = 0;
        for (double ticks : time) {
            all += ticks;
        }
        double best = 0;
        for (int tonic = 0; tonic < Piece.PITCH_CLASSES; tonic++) {
            best = Math.max(best, Math.max(within(time, MAJOR, tonic), within(time, HARMONIC_MINOR, tonic)));
        }
        return new Ratio(best, all);
    }

    private static double within(double[] time, int[] scale, int tonic) {
        double ticks = 0;
        for (int degree : scale) {
            ticks += time[(tonic + degree) % Piece.PITCH_CLASSES];
        }
        return ticks;
    }
}
