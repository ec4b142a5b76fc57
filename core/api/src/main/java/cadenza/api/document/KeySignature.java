package cadenza.api.document;

/**
 * A key signature as MIDI and engravers write it.
 *
 * @param fifths sharps (positive) or flats (negative), -7 to 7
 * @param minor whether the key is minor
 */
public record KeySignature(int fifths, boolean minor) {
    public KeySignature {
        if (fifths < -7 || fifths > 7) {
            throw new IllegalArgumentException("key signature of " + fifths + " sharps is not in -7..7");
        }
    }

    /** Pitch class of the tonic, 0 (C) to 11 (B). */
    public int tonic() {
        return Math.floorMod(fifths * 7 + (minor ? 9 : 0), 12);
    }

    /**
     * The signature of a key with the fewest accidentals (six flats rather than six sharps).
     *
     * @param tonic pitch class, 0 (C) to 11 (B)
     */
    public static KeySignature of(int tonic, boolean minor) {
        int fifths = Math.floorMod((tonic - (minor ? 9 : 0)) * 7, 12);
        return new KeySignature(fifths > 5 ? fifths - 12 : fifths, minor);
    }
}
