package cadenza.host.corpus;

import cadenza.api.document.Text;
import java.util.List;
import java.util.Optional;

/**
 * What of some texts is a passage that stands in them before, character for character.
 *
 * @param least passages of so many UTF-16 units and more are found
 * @param repeated units in passages that stand before, in the same text or an earlier one
 * @param units of all texts
 * @param longest of these passages
 */
public record Repetition(int least, long repeated, long units, Optional<Passage> longest) {
    /**
     * A passage that occurs again.
     *
     * @param units its length
     * @param again where it occurs again
     * @param before where it occurs before
     */
    public record Passage(int units, Place again, Place before) {}

    /**
     * A place in the texts.
     *
     * @param text its index
     * @param unit of the text, from 0
     */
    public record Place(int text, int unit) {}

    /** The share of the texts that is repeated, 0 to 1. */
    public double share() {
        return units == 0 ? 0 : (double) repeated / units;
    }

    /** Finds repeated passages. @param texts in order; a passage in a later one may stand before in an earlier one */
    public static Repetition of(List<Text> texts) {
        return new RepetitionSearch(texts.stream().map(Text::content).toList()).search();
    }
}
