package cadenza.host.sampling;

import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.document.Meter;

/** Just so many full bars, from a bar line on, whatever the meter that the model chooses. */
public final class BarLimit implements Limit {
    private final int bars;
    private long left;

    /** @param bars 1 or more */
    public BarLimit(int bars) {
        this.bars = bars;
        this.left = (long) bars * Meter.COMMON.ticksPerBar();
    }

    @Override
    public void restrict(CodecState state, boolean[] allowed) {
        for (int token = 0; token < allowed.length; token++) {
            if (allowed[token]) {
                Effect effect = state.effect(token);
                allowed[token] = !(effect instanceof Effect.End
                        || effect instanceof Effect.Begin begin && begin.position() != 0
                        || effect instanceof Effect.Advance advance && advance.ticks() > left);
            }
        }
    }

    @Override
    public void accept(Effect effect) {
        if (effect instanceof Effect.Begin begin) {
            left = (long) bars * begin.meter().ticksPerBar();
        } else if (effect instanceof Effect.Advance advance) {
            left -= advance.ticks();
        }
    }

    @Override
    public boolean reached() {
        return left == 0;
    }
}
