package cadenza.host.sampling;

import cadenza.api.Effect;
import cadenza.api.Effect.Length;
import cadenza.api.document.Score;

/**
 * Just so many full bars, from a bar line on, whatever the meter that the model chooses. A coding that announces its
 * length is made to announce this one, or the nearest that it can name: more than it can count, else the longest below.
 */
public final class BarLimit implements Limit {
    /**
     * A note that would be cut shorter than a thirty-second by the end is not begun: it is most likely one of the bar
     * that does not come, played before its beat.
     */
    private static final int SHORTEST_LAST_NOTE = Score.TICKS_PER_QUARTER / 8;

    private final int bars;
    private final int announced;

    /** @param bars 1 or more; with those of a prime, where there is one */
    public BarLimit(int bars) {
        this(bars, bars);
    }

    /**
     * Of a beginning of something longer.
     *
     * @param bars 1 or more; with those of a prime, where there is one
     * @param announced how many full bars all has, no fewer
     */
    public BarLimit(int bars, int announced) {
        this.bars = bars;
        this.announced = announced;
    }

    @Override
    public String name() {
        return "--bars " + bars;
    }

    @Override
    public void restrict(Choices choices) {
        long left = choices.playhead().ticksTo(bars);
        boolean announces = false;
        for (int token = 0; token < choices.size(); token++) {
            if (choices.allows(token)) {
                Effect effect = choices.effect(token);
                if (effect instanceof Effect.End
                        || effect instanceof Effect.Begin begin && begin.position() != 0
                        || effect instanceof Effect.Advance advance && advance.ticks() > left) {
                    choices.refuse(token);
                }
                announces |= effect instanceof Length;
            }
        }
        if (announces) {
            announce(choices);
        }
        if (left < SHORTEST_LAST_NOTE && choices.has(Effect.Advance.class::isInstance)) {
            refuseSounds(choices);
        }
    }

    private static void refuseSounds(Choices choices) {
        for (int token = 0; token < choices.size(); token++) {
            if (choices.allows(token) && choices.effect(token) instanceof Effect.Sound) {
                choices.refuse(token);
            }
        }
    }

    private void announce(Choices choices) {
        int longest = 0; // that can be counted
        int nearest = 0; // at most those to be announced
        for (int token = 0; token < choices.size(); token++) {
            if (choices.allows(token) && choices.effect(token) instanceof Length length) {
                if (length.bars() != Length.MORE_BARS) {
                    longest = Math.max(longest, length.bars());
                }
                if (length.bars() <= announced) {
                    nearest = Math.max(nearest, length.bars());
                }
            }
        }
        Length more = new Length(Length.MORE_BARS);
        Length named = announced > longest && choices.has(more::equals) ? more : new Length(Math.max(1, nearest));
        if (choices.has(named::equals)) {
            choices.keep(named::equals);
        }
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
