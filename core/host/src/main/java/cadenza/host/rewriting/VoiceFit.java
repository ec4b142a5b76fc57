package cadenza.host.rewriting;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

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

    /** How many semitones a note of the piece is above what is shown of it: whole octaves, or 0. */
    int shift(Score piece, int voice, int note) {
        Origin origin = origins.get(voice).get(note).get(0);
        return piece.tracks().get(origin.track()).notes().get(origin.note()).pitch()
                - score.tracks().get(voice).notes().get(note).pitch();
    }

    /** Whether any note of a voice is shown in another octave than it has in the piece. */
    public boolean shifted(Score piece, int voice) {
        return IntStream.range(0, origins.get(voice).size()).anyMatch(note -> shift(piece, voice, note) != 0);
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
