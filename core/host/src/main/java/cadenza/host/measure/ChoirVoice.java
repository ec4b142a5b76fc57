package cadenza.host.measure;

import java.util.Locale;

/**
 * A voice of the four-part choir, with the range for exercises of E. Aldwell and C. Schachter, <em>Harmony and Voice
 * Leading</em>, "Procedures of Four-Part Writing". Other books let alto and bass rise to the D above, as Bach does.
 */
public enum ChoirVoice {
    /** C4 to G5. */
    SOPRANO(60, 79),
    /** G3 to C5. */
    ALTO(55, 72),
    /** C3 to G4. */
    TENOR(48, 67),
    /** E2 to C4. */
    BASS(40, 60);

    private final int lowest;
    private final int highest;

    ChoirVoice(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /** MIDI note number of the lowest pitch of the range. */
    public int lowest() {
        return lowest;
    }

    /** MIDI note number of the highest pitch of the range. */
    public int highest() {
        return highest;
    }

    /** Whether a pitch is in the range. @param pitch MIDI note number */
    public boolean holds(int pitch) {
        return lowest <= pitch && pitch <= highest;
    }

    /** Such as {@code soprano}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
