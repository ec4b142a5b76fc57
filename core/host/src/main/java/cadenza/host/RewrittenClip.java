package cadenza.host;

import cadenza.api.document.Score;
import java.util.List;

/**
 * A MIDI file of which a part was redone.
 *
 * @param score what the file holds now
 * @param midi the file, with the recipe in it; not to be changed
 * @param lines how the piece was adapted to the model, for people to read; empty if it was not
 * @param out how many notes were taken out of it
 * @param in how many were put in
 * @param passes how often the network looked at it
 */
public record RewrittenClip(Score score, byte[] midi, Recipe recipe, List<String> lines, int out, int in, int passes) {
    public RewrittenClip {
        lines = List.copyOf(lines);
    }
}
