package cadenza.host.measure;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;

/**
 * The share of the beats whose pitch classes all belong to one triad or seventh chord, among the beats at which two
 * pitch classes or more sound; 0 to 1. Chords are the major, minor, diminished and augmented triads, and the seventh
 * chords on them that common practice names: dominant, minor, major, half-diminished and diminished; the fifth or any
 * other of their notes may be missing.
 *
 * <p>A beat is a quarter, counted from the beginning of the score, and is looked at {@value #LATE} ticks late, so that
 * notes played a little after it count. The chords are those of any harmony textbook, for instance E. Aldwell and C.
 * Schachter, <em>Harmony and Voice Leading</em>, chapters 3 and 24.
 */
final class TriadsAndSevenths implements Measure {
    private static final int LATE = Piece.SIXTEENTH / 4;
    private static final int FEWEST_CLASSES = 2;

    private static final int[][] CHORDS = {
        {0, 4, 7},
        {0, 3, 7},
        {0, 3, 6},
        {0, 4, 8},
        {0, 4, 7, 10},
        {0, 3, 7, 10},
        {0, 4, 7, 11},
        {0, 3, 6, 10},
        {0, 3, 6, 9}
    };

    @Override
    public String name() {
        return "triadsAndSevenths";
    }

    @Override
    public String label() {
        return "beats with a triad or seventh";
    }

    @Override
    public Ratio of(Piece piece) {
        int[] beats = pitchClasses(piece);
        int chords = 0;
        int counted = 0;
        for (int classes : beats) {
            if (Integer.bitCount(classes) >= FEWEST_CLASSES) {
                counted++;
                chords += chord(classes) ? 1 : 0;
            }
        }
        return new Ratio(chords, counted);
    }

    /** The pitch classes that sound at each beat, C in the lowest bit. */
    private static int[] pitchClasses(Piece piece) {
        int quarter = Score.TICKS_PER_QUARTER;
        int[] beats = new int[(int) (piece.until() / quarter + 1)];
        for (Track track : piece.pitched()) {
            for (Note note : track.notes()) {
                long first = Math.max(0, Math.floorDiv(note.tick() - LATE + quarter - 1, quarter));
                for (long beat = first; beat * quarter + LATE < note.end(); beat++) {
                    beats[(int) beat] |= 1 << note.pitch() % Piece.PITCH_CLASSES;
                }
            }
        }
        return beats;
    }

    private static boolean chord(int classes) {
        for (int root = 0; root < Piece.PITCH_CLASSES; root++) {
            for (int[] chord : CHORDS) {
                int members = 0;
                for (int interval : chord) {
                    members |= 1 << (root + interval) % Piece.PITCH_CLASSES;
                }
                if ((classes & ~members) == 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
