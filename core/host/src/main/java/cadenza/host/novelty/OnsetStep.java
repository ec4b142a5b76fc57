package cadenza.host.novelty;

import java.util.ArrayList;
import java.util.List;

/**
 * From one onset of a track to the next, so told that a transposition changes nothing. A run of k onsets is k − 1 steps;
 * two runs have the same steps just if one is the other transposed. How long notes are held does not count, nor how loud
 * they are: only what begins, and when. Percussion is not transposed: its pitches are told as they are.
 *
 * @param percussion whether the pitches name instruments
 * @param from the onset it leaves: its pitches above its lowest, of percussion its pitches
 * @param to the onset it reaches, told the same way
 * @param interval semitones from the lowest pitch to the lowest; of percussion 0
 * @param time from onset to onset in twelfths of a quarter, rounded, so that a played onset may lie a little off
 */
record OnsetStep(boolean percussion, List<Integer> from, List<Integer> to, int interval, int time) {
    /** Ticks of a twelfth of a quarter. */
    private static final int TWELFTH = 40;

    /** The steps of a track. @param onsets all of it */
    static List<OnsetStep> of(List<Onset> onsets, boolean percussion) {
        List<OnsetStep> steps = new ArrayList<>();
        List<Integer> from = List.of();
        for (int i = 0; i < onsets.size(); i++) {
            Onset onset = onsets.get(i);
            List<Integer> to = percussion ? onset.pitches() : onset.shape();
            if (i > 0) {
                Onset before = onsets.get(i - 1);
                int interval = percussion
                        ? 0
                        : onset.pitches().get(0) - before.pitches().get(0);
                int time = (int) ((onset.tick() - before.tick() + TWELFTH / 2) / TWELFTH);
                steps.add(new OnsetStep(percussion, from, to, interval, time));
            }
            from = to;
        }
        return steps;
    }

    /** A hash of it, the same for ever: fingerprints are kept in files. */
    long hash() {
        long hash = Hash.add(percussion ? 1 : 0, interval);
        hash = Hash.add(hash, time);
        for (List<Integer> pitches : List.of(from, to)) {
            hash = Hash.add(hash, pitches.size());
            for (int pitch : pitches) {
                hash = Hash.add(hash, pitch);
            }
        }
        return hash;
    }
}
