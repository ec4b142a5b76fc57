package cadenza.host.control;

import cadenza.api.UserException;
import cadenza.host.storage.NearestName;
import java.util.List;
import java.util.stream.IntStream;

/** The names of the 128 instruments (General MIDI 1, MIDI Manufacturers Association, 1991). */
final class GeneralMidi {
    private static final List<String> NAMES = List.of(
            "Acoustic Grand Piano",
            "Bright Acoustic Piano",
            "Electric Grand Piano",
            "Honky-tonk Piano",
            "Electric Piano 1",
            "Electric Piano 2",
            "Harpsichord",
            "Clavi",
            "Celesta",
            "Glockenspiel",
            "Music Box",
            "Vibraphone",
            "Marimba",
            "Xylophone",
            "Tubular Bells",
            "Dulcimer",
            "Drawbar Organ",
            "Percussive Organ",
            "Rock Organ",
            "Church Organ",
            "Reed Organ",
            "Accordion",
            "Harmonica",
            "Tango Accordion",
            "Acoustic Guitar (nylon)",
            "Acoustic Guitar (steel)",
            "Electric Guitar (jazz)",
            "Electric Guitar (clean)",
            "Electric Guitar (muted)",
            "Overdriven Guitar",
            "Distortion Guitar",
            "Guitar Harmonics",
            "Acoustic Bass",
            "Electric Bass (finger)",
            "Electric Bass (pick)",
            "Fretless Bass",
            "Slap Bass 1",
            "Slap Bass 2",
            "Synth Bass 1",
            "Synth Bass 2",
            "Violin",
            "Viola",
            "Cello",
            "Contrabass",
            "Tremolo Strings",
            "Pizzicato Strings",
            "Orchestral Harp",
            "Timpani",
            "String Ensemble 1",
            "String Ensemble 2",
            "SynthStrings 1",
            "SynthStrings 2",
            "Choir Aahs",
            "Voice Oohs",
            "Synth Voice",
            "Orchestra Hit",
            "Trumpet",
            "Trombone",
            "Tuba",
            "Muted Trumpet",
            "French Horn",
            "Brass Section",
            "SynthBrass 1",
            "SynthBrass 2",
            "Soprano Sax",
            "Alto Sax",
            "Tenor Sax",
            "Baritone Sax",
            "Oboe",
            "English Horn",
            "Bassoon",
            "Clarinet",
            "Piccolo",
            "Flute",
            "Recorder",
            "Pan Flute",
            "Blown Bottle",
            "Shakuhachi",
            "Whistle",
            "Ocarina",
            "Lead 1 (square)",
            "Lead 2 (sawtooth)",
            "Lead 3 (calliope)",
            "Lead 4 (chiff)",
            "Lead 5 (charang)",
            "Lead 6 (voice)",
            "Lead 7 (fifths)",
            "Lead 8 (bass + lead)",
            "Pad 1 (new age)",
            "Pad 2 (warm)",
            "Pad 3 (polysynth)",
            "Pad 4 (choir)",
            "Pad 5 (bowed)",
            "Pad 6 (metallic)",
            "Pad 7 (halo)",
            "Pad 8 (sweep)",
            "FX 1 (rain)",
            "FX 2 (soundtrack)",
            "FX 3 (crystal)",
            "FX 4 (atmosphere)",
            "FX 5 (brightness)",
            "FX 6 (goblins)",
            "FX 7 (echoes)",
            "FX 8 (sci-fi)",
            "Sitar",
            "Banjo",
            "Shamisen",
            "Koto",
            "Kalimba",
            "Bag pipe",
            "Fiddle",
            "Shanai",
            "Tinkle Bell",
            "Agogo",
            "Steel Drums",
            "Woodblock",
            "Taiko Drum",
            "Melodic Tom",
            "Synth Drum",
            "Reverse Cymbal",
            "Guitar Fret Noise",
            "Breath Noise",
            "Seashore",
            "Bird Tweet",
            "Telephone Ring",
            "Helicopter",
            "Applause",
            "Gunshot");

    private GeneralMidi() {}

    /**
     * Reads a program: its number, or its name in any case, or how only one name begins.
     *
     * @return 0 to 127
     * @throws UserException if there is none, or more than one
     */
    static int program(String text) {
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) < NAMES.size()) {
            return Integer.parseInt(text);
        }
        int[] same = IntStream.range(0, NAMES.size())
                .filter(program -> NAMES.get(program).equalsIgnoreCase(text))
                .toArray();
        int[] having = IntStream.range(0, NAMES.size())
                .filter(program -> !text.isBlank() && NAMES.get(program).regionMatches(true, 0, text, 0, text.length()))
                .toArray();
        if (same.length + having.length == 0 || same.length == 0 && having.length > 1) {
            String several = having.length > 1
                    ? "may be "
                            + String.join(
                                    ", ",
                                    IntStream.of(having).mapToObj(NAMES::get).toList())
                    : "is no instrument";
            throw new UserException(
                    "--program '" + text + "' " + several + "; give a number of 0..127 or a General MIDI name",
                    NearestName.hint(text, NAMES),
                    null);
        }
        return same.length == 1 ? same[0] : having[0];
    }
}
