package cadenza.host.control;

import cadenza.api.UserException;
import cadenza.api.document.KeySignature;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notes that a clip may have, in any octave: those of a key or of another scale. */
public final class Scale {
    private static final Pattern KEY = Pattern.compile("(" + NoteName.PATTERN + ")\\s*(m|min|minor|M|maj|major)?");
    private static final Pattern SCALE = Pattern.compile("(" + NoteName.PATTERN + ")\\s+(\\p{L}[\\p{L}\\s-]*)");

    private final NoteName tonic;
    private final ScaleType type;

    private Scale(NoteName tonic, ScaleType type) {
        this.tonic = tonic;
        this.type = type;
    }

    /**
     * Reads a key: {@code Dm}, {@code D minor}, {@code F#}, {@code Bb major}. A minor key is its natural minor scale.
     *
     * @throws UserException if it is none
     */
    public static Scale key(String text) {
        Matcher key = KEY.matcher(text.strip());
        if (!key.matches()) {
            throw new UserException(
                    "--key '" + text + "' is no key; give a letter, # or b where there is one, and m for"
                            + " minor, such as C, F#, Bb, Dm or 'Eb minor'");
        }
        boolean minor = key.group(2) != null && key.group(2).matches("m|min|minor");
        return new Scale(NoteName.parse(key.group(1)), minor ? ScaleType.MINOR : ScaleType.MAJOR);
    }

    /**
     * Reads a scale: {@code D harmonic minor}. Melodic minor is the ascending one, minor the natural one.
     *
     * @throws UserException if it is none
     */
    public static Scale parse(String text) {
        Matcher scale = SCALE.matcher(text.strip());
        if (!scale.matches()) {
            throw unknown(text);
        }
        ScaleType type = ScaleType.of(scale.group(2)).orElseThrow(() -> unknown(text));
        return new Scale(NoteName.parse(scale.group(1)), type);
    }

    private static UserException unknown(String text) {
        return new UserException("--scale '" + text + "' is no scale; give a tonic and one of: " + ScaleType.labels()
                + "; such as 'D harmonic minor'");
    }

    /** Whether a pitch of 0 to 127 is one of its notes. */
    public boolean has(int pitch) {
        return type.semitones().contains(Math.floorMod(pitch - tonic.pitchClass(), 12));
    }

    /** The key signature that has most of its notes: of D dorian none, of D harmonic minor one flat. */
    public KeySignature signature() {
        return tonic.signature(type.fifths(), type.minor());
    }

    /** As {@link #parse} reads it: {@code D minor}. */
    @Override
    public String toString() {
        return tonic + " " + type.label();
    }

    /** As the user would give it: {@code --key Dm}. */
    String option() {
        return switch (type) {
            case MAJOR -> "--key " + tonic;
            case MINOR -> "--key " + tonic + "m";
            default -> "--scale '" + this + "'";
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scale scale && scale.tonic.equals(tonic) && scale.type == type;
    }

    @Override
    public int hashCode() {
        return 31 * tonic.hashCode() + type.hashCode();
    }
}
