package cadenza.host.rewriting;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A piece as a model's voices. Ticks are those of the piece, moved to the grid. Immutable.
 *
 * @param score a track for each voice, highest first, on channels from 0 on; a voice that the piece lacks is without notes
 * @param origins for each note of each voice those of the piece that it came from, the one it is first: [voice][note]
 * @param lines how the piece was adapted, for people to read; empty if it was not
 */
public record VoiceFit(Score score, List<List<List<Origin>>> origins, List<String> lines) {
    public VoiceFit {
        origins = origins.stream()
                .map(voice -> voice.stream().map(List::copyOf).toList())
                .toList();
        lines = List.copyOf(lines);
        if (origins.size() != score.tracks().size()) {
            throw new IllegalArgumentException(
                    origins.size() + " voices have origins, " + score.tracks().size() + " have notes");
        }
        for (int i = 0; i < origins.size(); i++) {
            if (origins.get(i).size() != score.tracks().get(i).notes().size()) {
                throw new IllegalArgumentException("voice " + i + " does not say for each note where it came from");
            }
        }
    }

    /** The track of the piece that most notes of a voice came from, the first of several; none if it has no notes. */
    public OptionalInt track(int voice) {
        Map<Integer, Integer> counts = new HashMap<>();
        int best = -1;
        for (List<Origin> origin : origins.get(voice)) {
            int track = origin.get(0).track();
            int count = counts.merge(track, 1, Integer::sum);
            int most = counts.getOrDefault(best, 0);
            best = count > most || (count == most && track < best) ? track : best;
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** The index of the note of a voice that begins nearest to a tick, the earlier of two; none if it has no notes. */
    OptionalInt nearest(int voice, long tick) {
        List<Note> notes = score.tracks().get(voice).notes();
        int best = -1;
        for (int i = 0; i < notes.size(); i++) {
            if (best < 0
                    || Math.abs(notes.get(i).tick() - tick)
                            < Math.abs(notes.get(best).tick() - tick)) {
                best = i;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
