package cadenza.host.measure;

/**
 * How two voices go on from one moment to the next, in pitches of MIDI, {@link Voices#SILENT} for none. The words are
 * those of counterpoint: motion is similar if both voices move in the same direction.
 */
record Motion(int upperBefore, int lowerBefore, int upperAfter, int lowerAfter) {
    private static final int FIFTH = 7;

    /** Whether both sound before and after and neither stays on its pitch. */
    boolean bothMove() {
        return moves(upperBefore, upperAfter) && moves(lowerBefore, lowerAfter);
    }

    /** Whether both move, and in the same direction. */
    boolean similar() {
        return bothMove() && upperAfter > upperBefore == lowerAfter > lowerBefore;
    }

    /** Semitones from the lower voice up to the upper one; negative where they are crossed. */
    int intervalBefore() {
        return upperBefore - lowerBefore;
    }

    /** Semitones from the lower voice up to the upper one; negative where they are crossed. */
    int intervalAfter() {
        return upperAfter - lowerAfter;
    }

    /** Whether an interval is a perfect fifth, perhaps with octaves between. @param interval in semitones */
    static boolean fifth(int interval) {
        return Math.abs(interval) % Piece.PITCH_CLASSES == FIFTH;
    }

    /** Whether an interval is a unison, an octave or several. @param interval in semitones */
    static boolean octave(int interval) {
        return interval % Piece.PITCH_CLASSES == 0;
    }

    private static boolean moves(int before, int after) {
        return before != after && before != Voices.SILENT && after != Voices.SILENT;
    }
}
