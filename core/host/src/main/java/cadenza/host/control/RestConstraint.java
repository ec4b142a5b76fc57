package cadenza.host.control;

import cadenza.api.Effect;
import cadenza.api.document.Score;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Constraint;

/**
 * No longer than so long is there silence on all channels.
 *
 * @param quarters 0 or more
 */
record RestConstraint(double quarters) implements Constraint {
    @Override
    public String name() {
        return "--max-rest " + Controls.plain(quarters);
    }

    @Override
    public void restrict(Choices choices) {
        long most = Math.round(quarters * Score.TICKS_PER_QUARTER);
        choices.keep(effect -> !(effect instanceof Effect.Advance advance)
                || choices.playhead().silenceAfter(advance.ticks()) <= most);
    }
}
