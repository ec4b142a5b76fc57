package cadenza.host.sampling;

import cadenza.api.Effect;

/** A piece as long as the model makes it, with an upbeat if the model likes one, up to so many full bars. */
public final class PieceLimit implements Limit {
    private final int bars;

    /** @param bars at most, 1 or more */
    public PieceLimit(int bars) {
        this.bars = bars;
    }

    @Override
    public String name() {
        return "at most " + bars + " bars";
    }

    @Override
    public void restrict(Choices choices) {
        long left = choices.playhead().ticksTo(bars);
        choices.keep(effect -> !(effect instanceof Effect.Advance advance && advance.ticks() > left));
    }

    @Override
    public void accept(Effect effect) {
        // The playhead counts the bars.
    }

    @Override
    public boolean reached(Playhead playhead) {
        return playhead.fullBars() >= bars;
    }
}
