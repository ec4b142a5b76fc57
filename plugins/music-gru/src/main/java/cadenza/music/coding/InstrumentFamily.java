package cadenza.music.coding;

import java.util.List;

/** The families of General MIDI level 1 (MIDI Manufacturers Association, RP-003, 1991): eight programs each. */
final class InstrumentFamily {
    private static final int PROGRAMS = 8;
    private static final List<String> NAMES = List.of(
            "Piano",
            "Chromatic Percussion",
            "Organ",
            "Guitar",
            "Bass",
            "Strings",
            "Ensemble",
            "Brass",
            "Reed",
            "Pipe",
            "Synth Lead",
            "Synth Pad",
            "Synth Effects",
            "Ethnic",
            "Percussive",
            "Sound Effects");

    private InstrumentFamily() {}

    /** The family of a program of 0..127. */
    static String of(int program) {
        return NAMES.get(program / PROGRAMS);
    }
}
