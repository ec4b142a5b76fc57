package cadenza.host.control;

import cadenza.api.UserException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The notes of a chord, in any octave.
 *
 * @param symbol as it was written
 * @param pitchClasses 0 (C) to 11 (B); the bass of a slash chord is one of them
 */
record Chord(String symbol, Set<Integer> pitchClasses) {
    private static final Pattern SYMBOL =
            Pattern.compile("(" + NoteName.PATTERN + ")([^/]*)(?:/(" + NoteName.PATTERN + "))?");
    private static final Map<String, int[]> QUALITIES = qualities();

    private static Map<String, int[]> qualities() {
        Map<String, int[]> qualities = new LinkedHashMap<>();
        add(qualities, "maj M", 0, 4, 7);
        add(qualities, "m min -", 0, 3, 7);
        add(qualities, "7", 0, 4, 7, 10);
        add(qualities, "maj7 M7", 0, 4, 7, 11);
        add(qualities, "m7 min7 -7", 0, 3, 7, 10);
        add(qualities, "mmaj7 mM7", 0, 3, 7, 11);
        add(qualities, "dim", 0, 3, 6);
        add(qualities, "dim7", 0, 3, 6, 9);
        add(qualities, "m7b5", 0, 3, 6, 10);
        add(qualities, "aug +", 0, 4, 8);
        add(qualities, "7sus4", 0, 5, 7, 10);
        add(qualities, "sus2", 0, 2, 7);
        add(qualities, "sus4 sus", 0, 5, 7);
        add(qualities, "5", 0, 7);
        add(qualities, "6", 0, 4, 7, 9);
        add(qualities, "m6", 0, 3, 7, 9);
        add(qualities, "9", 0, 2, 4, 7, 10);
        add(qualities, "maj9 M9", 0, 2, 4, 7, 11);
        add(qualities, "m9", 0, 2, 3, 7, 10);
        add(qualities, "add9", 0, 2, 4, 7);
        return qualities;
    }

    private static void add(Map<String, int[]> qualities, String names, int... semitones) {
        for (String name : names.split(" ")) {
            qualities.put(name, semitones);
        }
    }

    Chord {
        pitchClasses = Set.copyOf(pitchClasses);
    }

    /** Reads {@code Dm}, {@code G7}, {@code C/E}. @throws UserException if it is none that is known */
    static Chord parse(String symbol) {
        Matcher chord = SYMBOL.matcher(symbol);
        int[] semitones = chord.matches() ? semitones(chord.group(2)) : null;
        if (semitones == null) {
            throw new UserException(
                    "--chords has '" + symbol + "', which is no chord; give a root, nothing for major or" + " one of: "
                            + String.join(" ", QUALITIES.keySet()) + "; and /BASS where it is another");
        }
        int root = NoteName.parse(chord.group(1)).pitchClass();
        Stream<Integer> tones = Arrays.stream(semitones).boxed().map(above -> (root + above) % 12);
        Stream<Integer> bass = Stream.ofNullable(chord.group(3))
                .map(name -> NoteName.parse(name).pitchClass());
        return new Chord(symbol, Stream.concat(tones, bass).collect(Collectors.toSet()));
    }

    private static int[] semitones(String quality) {
        return QUALITIES.get(quality.isEmpty() ? "maj" : quality);
    }

    /** Whether a pitch of 0 to 127 is one of its notes. */
    boolean has(int pitch) {
        return pitchClasses.contains(pitch % 12);
    }
}
