package cadenza.bench;

import cadenza.api.Effect;
import cadenza.host.sampling.CharacterLimit;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Limit;
import cadenza.host.sampling.Playhead;
import java.time.Duration;

/** So much time and one token at least, over a number of characters that is never reached: a text's own limit costs what it costs. */
final class TimeLimit implements Limit {
    private final Limit characters = new CharacterLimit(Long.MAX_VALUE);
    private final long nanos;
    private final long began = System.nanoTime();
    private boolean any;

    TimeLimit(Duration time) {
        nanos = time.toNanos();
    }

    @Override
    public String name() {
        return "the time";
    }

    @Override
    public void restrict(Choices choices) {
        characters.restrict(choices);
    }

    @Override
    public void accept(Effect effect) {
        characters.accept(effect);
        any = true;
    }

    @Override
    public boolean reached(Playhead playhead) {
        return any && System.nanoTime() - began >= nanos;
    }
}
