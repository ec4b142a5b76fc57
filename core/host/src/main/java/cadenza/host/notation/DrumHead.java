package cadenza.host.notation;

import java.util.Map;

/**
 * Where a drum stands on a staff of five lines, counted as in the treble clef, and how its head looks.
 *
 * <p>Places and heads follow N. Weinberg, <em>Guide to Standardized Drumset Notation</em>, Percussive Arts Society 1998,
 * as far as it names a General MIDI key; all others stand in the third space.
 *
 * @param crossed whether the head is an x, as for what is made of metal
 */
record DrumHead(char step, int octave, boolean crossed) {
    private static final DrumHead OTHER = new DrumHead('C', 5, false);

    private static final Map<Integer, DrumHead> BY_KEY = Map.ofEntries(
            Map.entry(35, new DrumHead('F', 4, false)), // acoustic bass drum
            Map.entry(36, new DrumHead('F', 4, false)), // bass drum 1
            Map.entry(37, new DrumHead('C', 5, true)), // side stick
            Map.entry(38, new DrumHead('C', 5, false)), // acoustic snare
            Map.entry(40, new DrumHead('C', 5, false)), // electric snare
            Map.entry(41, new DrumHead('A', 4, false)), // low floor tom
            Map.entry(43, new DrumHead('A', 4, false)), // high floor tom
            Map.entry(45, new DrumHead('D', 5, false)), // low tom
            Map.entry(47, new DrumHead('D', 5, false)), // low-mid tom
            Map.entry(48, new DrumHead('E', 5, false)), // high-mid tom
            Map.entry(50, new DrumHead('E', 5, false)), // high tom
            Map.entry(42, new DrumHead('G', 5, true)), // closed hi-hat
            Map.entry(46, new DrumHead('G', 5, true)), // open hi-hat
            Map.entry(44, new DrumHead('D', 4, true)), // pedal hi-hat
            Map.entry(49, new DrumHead('A', 5, true)), // crash cymbal 1
            Map.entry(57, new DrumHead('A', 5, true)), // crash cymbal 2
            Map.entry(51, new DrumHead('F', 5, true)), // ride cymbal 1
            Map.entry(59, new DrumHead('F', 5, true)), // ride cymbal 2
            Map.entry(53, new DrumHead('F', 5, true))); // ride bell

    /** @param key of General MIDI's percussion, a MIDI note number */
    static DrumHead of(int key) {
        return BY_KEY.getOrDefault(key, OTHER);
    }
}
