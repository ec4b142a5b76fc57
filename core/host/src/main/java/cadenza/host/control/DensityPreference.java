package cadenza.host.control;

import cadenza.api.Effect;
import cadenza.api.document.Score;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Constraint;

/**
 * More notes or fewer: takes nothing out, but adds the density, in nats, to the logits of tokens that sound a note, and
 * takes half of it from those that move on by more than a sixteenth, for each doubling of the sixteenth. So 1 makes a
 * note e times as likely beside what else may come, and a step of a quarter e times less likely beside one of a sixteenth.
 *
 * @param density nats; 0 for as the model says
 */
record DensityPreference(double density) implements Constraint {
    private static final int SIXTEENTH = Score.TICKS_PER_QUARTER / 4;

    @Override
    public String name() {
        return "--density " + Controls.plain(density);
    }

    @Override
    public void restrict(Choices choices) {
        for (int token = 0; token < choices.size(); token++) {
            if (choices.allows(token)) {
                Effect effect = choices.effect(token);
                if (effect instanceof Effect.Sound) {
                    choices.prefer(token, density);
                } else if (effect instanceof Effect.Advance advance) {
                    choices.prefer(token, -density / 2 * doublings(advance.ticks()));
                }
            }
        }
    }

    private static double doublings(int ticks) {
        return Math.max(0, StrictMath.log((double) ticks / SIXTEENTH) / StrictMath.log(2));
    }
}
