package cadenza.host.control;

import cadenza.api.document.KeySignature;

/**
 * A letter with or without an accidental, as in {@code F#} or {@code Bb}.
 *
 * @param letter A to G
 * @param accidental 1 for a sharp, -1 for a flat, else 0
 */
record NoteName(char letter, int accidental) {
    /** Matches one; {@code ♯} and {@code ♭} serve too. */
    static final String PATTERN = "[A-Ga-g][#b\u266f\u266d]?";

    private static final String FIFTHS = "FCGDAEB"; // F has -1 sharps as a major key, B 5
    private static final int[] SEMITONES = {9, 11, 0, 2, 4, 5, 7}; // A to G, above C

    /** Reads what {@link #PATTERN} matches. */
    static NoteName parse(String text) {
        int accidental = 0;
        if (text.length() > 1) {
            accidental = text.charAt(1) == '#' || text.charAt(1) == '\u266f' ? 1 : -1;
        }
        return new NoteName(Character.toUpperCase(text.charAt(0)), accidental);
    }

    /** Semitones above the C below it, -1 (Cb) to 12 (B#). */
    int semitones() {
        return SEMITONES[letter - 'A'] + accidental;
    }

    /** 0 (C) to 11 (B). */
    int pitchClass() {
        return Math.floorMod(semitones(), 12);
    }

    /**
     * The key signature of the key on this tonic, moved by fifths; where it would have more than seven accidentals, that
     * of the same notes with the fewest.
     *
     * @param fifths sharps more than in the major key
     */
    KeySignature signature(int fifths, boolean minor) {
        int sharps = FIFTHS.indexOf(letter) - 1 + 7 * accidental + fifths;
        int fewest = Math.floorMod(sharps + 6, 12) - 6;
        return new KeySignature(sharps < -7 || sharps > 7 ? fewest : sharps, minor);
    }

    @Override
    public String toString() {
        return letter + (accidental > 0 ? "#" : accidental < 0 ? "b" : "");
    }
}
