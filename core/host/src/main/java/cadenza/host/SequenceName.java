package cadenza.host;

import cadenza.api.document.KeySignature;
import java.util.Optional;

/** Names the sequence in a MIDI file after what made it: {@code chorales - G major - seed 7}. */
final class SequenceName {
    private static final String[] TONICS_BY_FIFTHS = { // major, from seven flats to seven sharps
        "Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#", "G#", "D#", "A#"
    };
    private static final int C_MAJOR = 7;
    private static final int MINOR_IS_HIGHER = 3; // A minor has the signature of C major and stands three fifths above

    private SequenceName() {}

    /** In ASCII alone as long as the model's name is: programs disagree on how a MIDI file's text is encoded. */
    static String of(String model, Optional<KeySignature> key, long seed) {
        return model + " - " + key.map(SequenceName::name).orElse("no clear key") + " - seed " + seed;
    }

    private static String name(KeySignature key) {
        String tonic = TONICS_BY_FIFTHS[key.fifths() + C_MAJOR + (key.minor() ? MINOR_IS_HIGHER : 0)];
        return tonic + (key.minor() ? " minor" : " major");
    }
}
