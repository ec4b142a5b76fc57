package cadenza.host.music;

import cadenza.api.document.KeySignature;

/** Pitches and keys as musicians name them. */
public final class PitchName {
    private static final String[] NAMES = {"C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"};

    /** Along the circle of fifths, from the tonic of seven flats in major to that of seven sharps in minor. */
    private static final String[] TONICS = {
        "Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#", "G#", "D#", "A#"
    };

    private PitchName() {}

    /**
     * A pitch with its octave, such as {@code F#4}; middle C is {@code C4}.
     *
     * @param pitch MIDI note number, 0 to 127
     */
    public static String of(int pitch) {
        return NAMES[pitch % NAMES.length] + (pitch / NAMES.length - 1);
    }

    /** A key, such as {@code Bb major} or {@code G minor}. */
    public static String of(KeySignature key) {
        // A minor key has its relative major's signature, and lies three fifths further.
        int major = key.fifths() + 7;
        return key.minor() ? TONICS[major + 3] + " minor" : TONICS[major] + " major";
    }
}
