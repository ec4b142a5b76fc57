package cadenza.host.novelty;

import cadenza.api.document.Note;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A note of a track, or a chord: what begins together.
 *
 * @param tick where the first of its notes begins
 * @param pitches ascending, at least one
 */
record Onset(long tick, List<Integer> pitches) {
    /** Notes that begin less than this after the first, in ticks, are of one chord: 1/24 of a quarter. */
    private static final long TOGETHER = 20;

    Onset {
        pitches = List.copyOf(pitches);
    }

    /** The onsets of a track, in order. */
    static List<Onset> of(Track track) {
        List<Onset> onsets = new ArrayList<>();
        List<Note> notes = track.notes();
        int from = 0;
        for (int to = 1; to <= notes.size(); to++) {
            if (to == notes.size() || notes.get(to).tick() - notes.get(from).tick() >= TOGETHER) {
                onsets.add(of(notes.subList(from, to)));
                from = to;
            }
        }
        return onsets;
    }

    // Plain loops here and below: every compose comes this way, once, before streams are warm.
    private static Onset of(List<Note> chord) {
        Integer[] pitches = new Integer[chord.size()];
        for (int i = 0; i < pitches.length; i++) {
            pitches[i] = chord.get(i).pitch();
        }
        Arrays.sort(pitches);
        return new Onset(chord.get(0).tick(), List.of(pitches));
    }

    /** How its pitches lie above the lowest, in semitones; the first is 0. */
    List<Integer> shape() {
        Integer[] shape = new Integer[pitches.size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = pitches.get(i) - pitches.get(0);
        }
        return List.of(shape);
    }
}
