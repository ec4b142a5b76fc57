package cadenza.host.sampling;

import cadenza.api.Effect;

/**
 * Whether a document grows: a model whose tokens neither write nor let time move on would generate for ever. One
 * generation, one thread.
 */
public final class Progress {
    /** So many tokens without growth are no music and no text: all pitches on all channels are fewer. */
    static final int MOST_IN_VAIN = 10_000;

    private long farthest;
    private int inVain;

    /**
     * A token was chosen.
     *
     * @param tick where the music stands after it; 0 of a text
     * @throws PredictionException if too many tokens in a row have not made the document any longer
     */
    public void chosen(Effect effect, long tick) {
        if (effect instanceof Effect.Write || tick > farthest) {
            farthest = tick;
            inVain = 0;
        } else if (++inVain == MOST_IN_VAIN) {
            throw new PredictionException(MOST_IN_VAIN + " tokens in a row did not make the document any longer");
        }
    }
}
