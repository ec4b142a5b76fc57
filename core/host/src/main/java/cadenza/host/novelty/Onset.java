package cadenza.host.novelty;

import cadenza.api.document.Note;
import cadenza.api.document.Track;
import java.util.ArrayList;
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
        List<Integer> pitches = new ArrayList<>();
        long tick = 0;
        for (Note note : track.notes()) {
            if (!pitches.isEmpty() && note.tick() - tick >= TOGETHER) {
                onsets.add(new Onset(tick, pitches.stream().sorted().toList()));
                pitches.clear();
            }
            tick = pitches.isEmpty() ? note.tick() : tick;
            pitches.add(note.pitch());
        }
        if (!pitches.isEmpty()) {
            onsets.add(new Onset(tick, pitches.stream().sorted().toList()));
        }
        return onsets;
    }

    /** How its pitches lie above the lowest, in semitones; the first is 0. */
    List<Integer> shape() {
        int lowest = pitches.get(0);
        return pitches.stream().map(pitch -> pitch - lowest).toList();
    }
}
