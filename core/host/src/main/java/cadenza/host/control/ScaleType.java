package cadenza.host.control;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps of a scale above its tonic, and the key signature that it is written under. */
enum ScaleType {
    MAJOR("major", 0, false, 0, 2, 4, 5, 7, 9, 11),
    MINOR("minor", -3, true, 0, 2, 3, 5, 7, 8, 10),
    HARMONIC_MINOR("harmonic minor", -3, true, 0, 2, 3, 5, 7, 8, 11),
    MELODIC_MINOR("melodic minor", -3, true, 0, 2, 3, 5, 7, 9, 11),
    DORIAN("dorian", -2, true, 0, 2, 3, 5, 7, 9, 10),
    PHRYGIAN("phrygian", -4, true, 0, 1, 3, 5, 7, 8, 10),
    LYDIAN("lydian", 1, false, 0, 2, 4, 6, 7, 9, 11),
    MIXOLYDIAN("mixolydian", -1, false, 0, 2, 4, 5, 7, 9, 10),
    LOCRIAN("locrian", -5, true, 0, 1, 3, 5, 6, 8, 10),
    MAJOR_PENTATONIC("major pentatonic", 0, false, 0, 2, 4, 7, 9),
    MINOR_PENTATONIC("minor pentatonic", -3, true, 0, 3, 5, 7, 10),
    BLUES("blues", -3, true, 0, 3, 5, 6, 7, 10),
    WHOLE_TONE("whole tone", 0, false, 0, 2, 4, 6, 8, 10),
    CHROMATIC("chromatic", 0, false, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

    private final String label;
    private final int fifths;
    private final boolean minor;
    private final List<Integer> semitones;

    ScaleType(String label, int fifths, boolean minor, Integer... semitones) {
        this.label = label;
        this.fifths = fifths;
        this.minor = minor;
        this.semitones = List.of(semitones);
    }

    String label() {
        return label;
    }

    /** Sharps more than the major key on the same tonic has. */
    int fifths() {
        return fifths;
    }

    /** Whether it is written as a minor key. */
    boolean minor() {
        return minor;
    }

    /** Above the tonic, ascending. */
    List<Integer> semitones() {
        return semitones;
    }

    /** Reads a name in any case; some scales have a second one. */
    static Optional<ScaleType> of(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", " ");
        String label =
                switch (plain) {
                    case "ionian" -> "major";
                    case "natural minor", "aeolian" -> "minor";
                    case "pentatonic", "pentatonic major" -> "major pentatonic";
                    case "pentatonic minor" -> "minor pentatonic";
                    default -> plain;
                };
        return Stream.of(values()).filter(type -> type.label.equals(label)).findFirst();
    }

    /** All names, for a message. */
    static String labels() {
        return Stream.of(values()).map(ScaleType::label).collect(Collectors.joining(", "));
    }
}
