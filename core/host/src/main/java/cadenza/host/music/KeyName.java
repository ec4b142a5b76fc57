package cadenza.host.music;

import cadenza.api.document.KeySignature;

/** The names of keys in English, in ASCII: {@code Bb major}, {@code F# minor}. */
public final class KeyName {
    private static final String[] TONICS_BY_FIFTHS = { // major, from seven flats to seven sharps, and on for minor
        "Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#", "G#", "D#", "A#"
    };
    private static final int C_MAJOR = 7;
    private static final int MINOR_IS_HIGHER = 3; // A minor has the signature of C major and stands three fifths above

    private KeyName() {}

    /** Such as {@code Bb major}. */
    public static String of(KeySignature key) {
        return tonic(key) + (key.minor() ? " minor" : " major");
    }

    /** Such as {@code Bb}. */
    public static String tonic(KeySignature key) {
        return TONICS_BY_FIFTHS[key.fifths() + C_MAJOR + (key.minor() ? MINOR_IS_HIGHER : 0)];
    }
}
