package cadenza.host.sampling;

import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.document.Meter;

/** A piece as long as the model makes it, with an upbeat if the model likes one, up to so many bars. */
public final class PieceLimit implements Limit {
    private final int bars;
    private long left;

    /** @param bars at most, 1 or more */
    public PieceLimit(int bars) {
        this.bars = bars;
        this.left = (long) bars * Meter.COMMON.ticksPerBar();
    }

    @Override
    public void restrict(CodecState state, boolean[] allowed) {
        for (int token = 0; token < allowed.length; token++) {
            if (allowed[token] && state.effect(token) instanceof Effect.Advance advance) {
                allowed[token] = advance.ticks() <= left;
            }
        }
    }

    @Override
    public void accept(Effect effect) {
        if (effect instanceof Effect.Begin begin) {
            left = (long) bars * begin.meter().ticksPerBar() - begin.position();
        } else if (effect instanceof Effect.Advance advance) {
            left -= advance.ticks();
        }
    }

    @Override
    public boolean reached() {
        return left <= 0;
    }
}
