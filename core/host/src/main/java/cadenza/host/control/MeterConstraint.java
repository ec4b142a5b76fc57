package cadenza.host.control;

import cadenza.api.Effect;
import cadenza.api.UserException;
import cadenza.api.document.Meter;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Constraint;
import java.util.LinkedHashSet;
import java.util.Set;

/** One meter throughout. */
record MeterConstraint(Meter meter) implements Constraint {
    @Override
    public String name() {
        return "--meter " + meter;
    }

    /** @throws UserException if the model names meters here, and not this one, or never names any */
    @Override
    public void restrict(Choices choices) {
        Set<Meter> known = new LinkedHashSet<>();
        for (int token = 0; token < choices.size(); token++) {
            if (choices.allows(token)) {
                Meter named = named(choices.effect(token));
                if (named != null) {
                    known.add(named);
                    if (!named.equals(meter)) {
                        choices.refuse(token);
                    }
                } else if (choices.effect(token) instanceof Effect.Advance
                        && !choices.playhead().meterNamed()) {
                    throw new UserException("--meter " + meter + " cannot be held: this model's coding names no meter");
                }
            }
        }
        // Once in a meter, a coding need only name other ones.
        boolean held =
                choices.playhead().meterNamed() && choices.playhead().meter().equals(meter);
        if (!known.isEmpty() && !known.contains(meter) && !held) {
            throw new UserException("--meter " + meter + " is none that this model knows; it knows "
                    + String.join(
                            ", ", known.stream().map(Meter::toString).sorted().toList()));
        }
    }

    private static Meter named(Effect effect) {
        if (effect instanceof Effect.Begin begin) {
            return begin.meter();
        }
        return effect instanceof Effect.Bar bar ? bar.meter() : null;
    }
}
