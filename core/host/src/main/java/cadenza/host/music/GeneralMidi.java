package cadenza.host.music;

import cadenza.api.UserException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The names of General MIDI Level 1: 128 programs in 16 families of eight, and the percussion keys of channel 10. Names
 * and numbers are those of the <em>General MIDI System Level 1</em> specification (MIDI Manufacturers Association, 1991),
 * but for numbers of programs, which are counted from 0 as in MIDI messages; there the first is 1.
 */
public final class GeneralMidi {
    /** How many programs there are: 0 to 127. */
    public static final int PROGRAMS = 128;

    /** The lowest pitch that names a percussion instrument. */
    public static final int LOWEST_PERCUSSION = 35;

    /** The highest pitch that names a percussion instrument. */
    public static final int HIGHEST_PERCUSSION = 81;

    private static final int PROGRAMS_PER_FAMILY = 8;
    private static final int MOST_NAMED = 8;

    private static final List<String> FAMILY_NAMES = names(
            """
            Piano, Chromatic Percussion, Organ, Guitar, Bass, Strings, Ensemble, Brass, Reed, Pipe, Synth Lead, Synth Pad,
            Synth Effects, Ethnic, Percussive, Sound Effects""");

    private static final List<String> PROGRAM_NAMES = names(
            """
            Acoustic Grand Piano, Bright Acoustic Piano, Electric Grand Piano, Honky-tonk Piano, Electric Piano 1,
            Electric Piano 2, Harpsichord, Clavi,
            Celesta, Glockenspiel, Music Box, Vibraphone, Marimba, Xylophone, Tubular Bells, Dulcimer,
            Drawbar Organ, Percussive Organ, Rock Organ, Church Organ, Reed Organ, Accordion, Harmonica, Tango Accordion,
            Acoustic Guitar (nylon), Acoustic Guitar (steel), Electric Guitar (jazz), Electric Guitar (clean),
            Electric Guitar (muted), Overdriven Guitar, Distortion Guitar, Guitar Harmonics,
            Acoustic Bass, Electric Bass (finger), Electric Bass (pick), Fretless Bass, Slap Bass 1, Slap Bass 2,
            Synth Bass 1, Synth Bass 2,
            Violin, Viola, Cello, Contrabass, Tremolo Strings, Pizzicato Strings, Orchestral Harp, Timpani,
            String Ensemble 1, String Ensemble 2, SynthStrings 1, SynthStrings 2, Choir Aahs, Voice Oohs, Synth Voice,
            Orchestra Hit,
            Trumpet, Trombone, Tuba, Muted Trumpet, French Horn, Brass Section, SynthBrass 1, SynthBrass 2,
            Soprano Sax, Alto Sax, Tenor Sax, Baritone Sax, Oboe, English Horn, Bassoon, Clarinet,
            Piccolo, Flute, Recorder, Pan Flute, Blown Bottle, Shakuhachi, Whistle, Ocarina,
            Lead 1 (square), Lead 2 (sawtooth), Lead 3 (calliope), Lead 4 (chiff), Lead 5 (charang), Lead 6 (voice),
            Lead 7 (fifths), Lead 8 (bass + lead),
            Pad 1 (new age), Pad 2 (warm), Pad 3 (polysynth), Pad 4 (choir), Pad 5 (bowed), Pad 6 (metallic),
            Pad 7 (halo), Pad 8 (sweep),
            FX 1 (rain), FX 2 (soundtrack), FX 3 (crystal), FX 4 (atmosphere), FX 5 (brightness), FX 6 (goblins),
            FX 7 (echoes), FX 8 (sci-fi),
            Sitar, Banjo, Shamisen, Koto, Kalimba, Bag pipe, Fiddle, Shanai,
            Tinkle Bell, Agogo, Steel Drums, Woodblock, Taiko Drum, Melodic Tom, Synth Drum, Reverse Cymbal,
            Guitar Fret Noise, Breath Noise, Seashore, Bird Tweet, Telephone Ring, Helicopter, Applause, Gunshot""");

    private static final List<String> PERCUSSION_NAMES = names(
            """
            Acoustic Bass Drum, Bass Drum 1, Side Stick, Acoustic Snare, Hand Clap, Electric Snare, Low Floor Tom,
            Closed Hi-Hat, High Floor Tom, Pedal Hi-Hat, Low Tom, Open Hi-Hat, Low-Mid Tom, Hi-Mid Tom, Crash Cymbal 1,
            High Tom, Ride Cymbal 1, Chinese Cymbal, Ride Bell, Tambourine, Splash Cymbal, Cowbell, Crash Cymbal 2,
            Vibraslap, Ride Cymbal 2, Hi Bongo, Low Bongo, Mute Hi Conga, Open Hi Conga, Low Conga, High Timbale,
            Low Timbale, High Agogo, Low Agogo, Cabasa, Maracas, Short Whistle, Long Whistle, Short Guiro, Long Guiro,
            Claves, Hi Wood Block, Low Wood Block, Mute Cuica, Open Cuica, Mute Triangle, Open Triangle""");

    private GeneralMidi() {}

    /**
     * The name of a program, such as {@code Church Organ}.
     *
     * @param program 0 to 127
     */
    public static String name(int program) {
        return PROGRAM_NAMES.get(program);
    }

    /**
     * The family of a program, such as {@code Organ}.
     *
     * @param program 0 to 127
     */
    public static String family(int program) {
        return FAMILY_NAMES.get(program / PROGRAMS_PER_FAMILY);
    }

    /**
     * The percussion instrument of a pitch on channel 10, such as {@code Closed Hi-Hat}.
     *
     * @param pitch 0 to 127
     * @return empty outside {@value #LOWEST_PERCUSSION} to {@value #HIGHEST_PERCUSSION}, where General MIDI names none
     */
    public static Optional<String> percussion(int pitch) {
        return pitch < LOWEST_PERCUSSION || pitch > HIGHEST_PERCUSSION
                ? Optional.empty()
                : Optional.of(PERCUSSION_NAMES.get(pitch - LOWEST_PERCUSSION));
    }

    /**
     * Finds a program by its name. Case, blanks and punctuation do not count, and of each word its beginning is enough
     * where only one program fits: {@code church organ}, {@code honkytonk piano}, {@code harpsi}, {@code nylon}.
     *
     * @return 0 to 127
     * @throws UserException if no program, or more than one, has such a name; some are named
     */
    public static int program(String name) {
        String folded = fold(name);
        for (int program = 0; program < PROGRAMS; program++) {
            if (!folded.isEmpty() && fold(name(program)).equals(folded)) {
                return program;
            }
        }
        List<Integer> fitting = IntStream.range(0, PROGRAMS)
                .filter(program -> fits(words(name), words(name(program))))
                .boxed()
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        throw fitting.isEmpty() ? unknown(name) : ambiguous(name, fitting);
    }

    private static UserException unknown(String name) {
        return new UserException("no General MIDI program is named '" + name
                + "'; give one such as Violin, Church Organ or Acoustic Grand Piano");
    }

    private static UserException ambiguous(String name, List<Integer> fitting) {
        String names = String.join(
                ", ", fitting.stream().limit(MOST_NAMED).map(GeneralMidi::name).toList());
        int more = fitting.size() - MOST_NAMED;
        return new UserException(fitting.size() + " General MIDI programs fit '" + name + "'; give one of " + names
                + (more > 0 ? " and " + more + " more" : ""));
    }

    /** Whether each wanted word begins a word of its own. */
    private static boolean fits(List<String> wanted, List<String> words) {
        boolean[] taken = new boolean[words.size()];
        for (String want : wanted) {
            int found = IntStream.range(0, taken.length)
                    .filter(i -> !taken[i] && words.get(i).startsWith(want))
                    .findFirst()
                    .orElse(-1);
            if (found < 0) {
                return false;
            }
            taken[found] = true;
        }
        return !wanted.isEmpty();
    }

    private static String fold(String name) {
        return String.join("", words(name));
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> names(String listed) {
        return List.of(listed.split(",\\s*"));
    }
}
