package cadenza.host;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import java.util.List;

/**
 * A MIDI file of which a part was redone.
 *
 * @param before what the file held
 * @param score what it holds now: the same tracks, and behind them those that were added
 * @param midi the file, with the recipe in it; not to be changed
 * @param lines how the piece was adapted to the model, for people to read; empty if it was not
 * @param out how many notes were taken out of it
 * @param in how many were put in
 * @param resized how many that stay have another length
 * @param passes how often the network looked at it
 */
public record RewrittenClip(
        Score before,
        Score score,
        byte[] midi,
        Recipe recipe,
        List<String> lines,
        int out,
        int in,
        int resized,
        int passes) {
    public RewrittenClip {
        lines = List.copyOf(lines);
    }

    /** Whether a note that was not there before begins at a tick of a track. */
    public boolean isNew(int track, long tick) {
        List<Note> old =
                track < before.tracks().size() ? before.tracks().get(track).notes() : List.of();
        return score.tracks().get(track).notes().stream()
                .filter(note -> note.tick() == tick)
                .anyMatch(note -> old.stream().noneMatch(one -> one.tick() == tick && one.pitch() == note.pitch()));
    }
}
