package cadenza.host.control;

import cadenza.api.Effect;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Constraint;
import cadenza.host.sampling.Played;
import cadenza.host.sampling.Playhead;
import java.util.ArrayList;
import java.util.List;

/**
 * No bar is the same as one of the bars just before it: a note that would make them equal is refused. Bars in which
 * nothing begins do not count. Where the meter changes, bars are compared as if it had not. Dropped for a step in which
 * it would leave nothing.
 */
final class NoLoop implements Constraint {
    private final int bars;

    /** @param bars how many bars back, 1 or more */
    NoLoop(int bars) {
        this.bars = bars;
    }

    @Override
    public String name() {
        return "--no-loop " + bars;
    }

    @Override
    public boolean soft() {
        return true;
    }

    /** Something that was played, and when in its bar. */
    private record Event(long tick, Effect effect) {}

    @Override
    public void restrict(Choices choices) {
        Playhead playhead = choices.playhead();
        List<List<Event>> played = byBar(playhead);
        List<Event> now = played.get(0);
        for (List<Event> earlier : played.subList(1, played.size())) {
            int last = earlier.size() - 1;
            boolean oneIsMissing =
                    last == now.size() && earlier.subList(0, last).equals(now);
            if (oneIsMissing && earlier.get(last).tick() == playhead.tickInBar()) {
                Effect completing = earlier.get(last).effect();
                choices.keep(effect -> !effect.equals(completing));
            }
        }
    }

    /** What was played in this bar, then in each of those before it, each in the order in which it was played. */
    private List<List<Event>> byBar(Playhead playhead) {
        long start = playhead.tick() - playhead.tickInBar();
        int length = playhead.meter().ticksPerBar();
        List<List<Event>> byBar = new ArrayList<>();
        for (int bar = 0; bar <= bars; bar++) {
            byBar.add(new ArrayList<>());
        }
        long first = start - (long) bars * length;
        for (Played played = playhead.played().orElse(null);
                played != null && played.tick() >= first;
                played = played.earlier()) {
            long ago = start - played.tick();
            int bar = (int) Math.max(0, (ago + length - 1) / length);
            byBar.get(bar).add(0, new Event(played.tick() - start + (long) bar * length, played.effect()));
        }
        return byBar;
    }
}
