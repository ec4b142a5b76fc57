package cadenza.host.rewriting;

import cadenza.api.UserException;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Score;
import cadenza.host.music.Bars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The meters of a piece as one, with its upbeat: a first bar that is shorter than those after it.
 *
 * @param meters the one, or that of the upbeat and the one
 * @param lines what was read otherwise than it is
 */
record OneMeter(List<MeterChange> meters, List<String> lines) {
    private static final int MOST_NAMED = 4;

    /** @throws UserException if a bar is no whole number of steps */
    static OneMeter of(Score score, VoiceLayout layout) {
        List<MeterChange> changes = score.meters().stream()
                .filter(change -> change.tick() == 0 || change.tick() < score.end())
                .toList();
        long pickup = pickup(changes);
        Meter meter = layout.meter().orElseGet(() -> longest(changes, pickup, score.end()));
        if (meter.ticksPerBar() % layout.step() != 0) {
            throw new UserException(
                    "'" + score.title() + "' is in " + meter + ", of which a bar is no whole number of " + layout.step()
                            + "-tick steps, the grid of the model; give one in a meter such as 4/4, 3/4 or 6/8");
        }
        boolean upbeat = pickup > 0 && pickup < meter.ticksPerBar() && pickup % layout.step() == 0;
        List<MeterChange> one =
                upbeat ? List.of(changes.get(0), new MeterChange(pickup, meter)) : List.of(new MeterChange(0, meter));
        return new OneMeter(one, lines(score, changes, meter, upbeat ? 1 : 0));
    }

    private static long pickup(List<MeterChange> changes) {
        if (changes.size() < 2) {
            return 0;
        }
        int first = changes.get(0).meter().ticksPerBar();
        long second = changes.get(1).tick();
        return second == first && first < changes.get(1).meter().ticksPerBar() ? second : 0;
    }

    private static Meter longest(List<MeterChange> changes, long pickup, long end) {
        Map<Meter, Long> ticks = new LinkedHashMap<>();
        for (int i = pickup > 0 ? 1 : 0; i < changes.size(); i++) {
            long until = i + 1 < changes.size() ? changes.get(i + 1).tick() : end;
            ticks.merge(changes.get(i).meter(), until - changes.get(i).tick(), Long::sum);
        }
        Meter longest = null;
        for (Meter meter : ticks.keySet()) {
            longest = longest == null || ticks.get(meter) > ticks.get(longest) ? meter : longest;
        }
        return longest;
    }

    private static List<String> lines(Score score, List<MeterChange> changes, Meter meter, int from) {
        Bars bars = new Bars(score);
        List<String> others = new ArrayList<>();
        for (int i = from; i < changes.size(); i++) {
            MeterChange change = changes.get(i);
            if (!change.meter().equals(meter)) {
                long first = bars.number(change.tick());
                long last =
                        i + 1 < changes.size() ? bars.number(changes.get(i + 1).tick()) - 1 : bars.count();
                others.add(change.meter() + (last <= first ? " of bar " + first : " of bars " + first + "-" + last));
            }
        }
        if (others.isEmpty()) {
            return List.of();
        }
        String named = others.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = others.size() - MOST_NAMED;
        return List.of((others.size() == 1
                        ? "the meter " + named + " was"
                        : "the meters " + named + (more > 0 ? " and " + more + " more" : "") + " were")
                + " read as " + meter);
    }
}
