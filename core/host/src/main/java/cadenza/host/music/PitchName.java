package cadenza.host.music;

/** Pitches as musicians name them. */
public final class PitchName {
    private static final String[] NAMES = {"C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"};

    private PitchName() {}

    /**
     * A pitch with its octave, such as {@code F#4}; middle C is {@code C4}.
     *
     * @param pitch MIDI note number, 0 to 127
     */
    public static String of(int pitch) {
        return NAMES[pitch % NAMES.length] + (pitch / NAMES.length - 1);
    }
}
