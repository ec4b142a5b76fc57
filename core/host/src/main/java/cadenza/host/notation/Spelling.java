package cadenza.host.notation;

import cadenza.api.document.KeySignature;

/**
 * A pitch as it is written.
 *
 * @param step {@code C} to {@code B}
 * @param alter semitones up (sharps) or down (flats), -2 to 2
 * @param octave 4 for the one that begins at middle C
 */
record Spelling(char step, int alter, int octave) {
    private static final String STEPS_BY_FIFTHS = "FCGDAEB";
    private static final int[] SEMITONES_BY_FIFTHS = {5, 0, 7, 2, 9, 4, 11};

    /** How far the window of twelve names reaches below the key of the signature, taken as major, on the line of fifths. */
    private static final int BELOW = 3;

    /**
     * Spells a pitch in a key. Of each pitch class the name is taken that lies, on the line of fifths, from three below
     * the tonic of the signature's major key to eight above: its minor third and seventh, its scale, its raised fourth,
     * first and fifth. The last is the leading note of the relative minor.
     *
     * @param pitch MIDI note number
     */
    static Spelling of(int pitch, KeySignature key) {
        int pitchClass = pitch % 12;
        int fifths = Math.floorMod(pitchClass * 7, 12); // C is 0; seven semitones are a fifth
        int lowest = key.fifths() - BELOW;
        int onLine = lowest + Math.floorMod(fifths - lowest, 12);
        int letter = Math.floorMod(onLine + 1, 7); // F stands one below C
        int alter = Math.floorDiv(onLine + 1, 7);
        int octave = Math.floorDiv(pitch - alter - SEMITONES_BY_FIFTHS[letter], 12) - 1;
        return new Spelling(STEPS_BY_FIFTHS.charAt(letter), alter, octave);
    }

    /** What the signature alone makes of the step, in semitones. */
    int alterOfSignature(KeySignature key) {
        int letter = STEPS_BY_FIFTHS.indexOf(step);
        if (key.fifths() > 0) {
            return letter < key.fifths() ? 1 : 0;
        }
        return letter >= 7 + key.fifths() ? -1 : 0;
    }
}
