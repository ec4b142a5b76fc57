package cadenza.host.sampling;

import cadenza.api.Effect;
import java.util.function.BooleanSupplier;

/** A limit that is reached at once where the generation is interrupted. */
public record Interruptible(Limit limit, BooleanSupplier interrupted) implements Limit {
    @Override
    public String name() {
        return limit.name();
    }

    @Override
    public void restrict(Choices choices) {
        limit.restrict(choices);
    }

    @Override
    public void accept(Effect effect) {
        limit.accept(effect);
    }

    @Override
    public boolean reached(Playhead playhead) {
        return interrupted.getAsBoolean() || limit.reached(playhead);
    }
}
