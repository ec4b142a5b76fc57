package cadenza.host.sampling;

import cadenza.api.Effect;
import cadenza.api.UserException;
import java.util.ArrayList;
import java.util.List;

/** The limit and the constraints of what is sampled, applied one after the other. Immutable. */
public final class Restrictions {
    private static final Limit UNLIMITED = new Limit() {
        @Override
        public String name() {
            return "no limit";
        }

        @Override
        public void restrict(Choices choices) {}

        @Override
        public void accept(Effect effect) {}

        @Override
        public boolean reached(Playhead playhead) {
            return false;
        }
    };

    private final Limit limit;
    private final List<Constraint> hard;
    private final List<Constraint> soft;

    /** Without a limit. @param constraints applied in this order, the soft ones last */
    public Restrictions(List<Constraint> constraints) {
        this(UNLIMITED, constraints);
    }

    Restrictions(Limit limit, List<Constraint> constraints) {
        this.limit = limit;
        hard = constraints.stream().filter(constraint -> !constraint.soft()).toList();
        soft = constraints.stream().filter(Constraint::soft).toList();
    }

    /** Whether there is nothing but the limit. */
    boolean none() {
        return hard.isEmpty() && soft.isEmpty();
    }

    /** Finds what may come next at a place. */
    public void apply(Place place, Choices choices) {
        applyHard(place, choices);
        for (Constraint constraint : soft) {
            choices.mark();
            constraint.restrict(choices);
            if (choices.count() == 0) {
                choices.backToMark();
            }
        }
    }

    /** The same without the soft constraints. */
    void applyHard(Place place, Choices choices) {
        apply(hard, place, choices);
    }

    private void apply(List<Constraint> constraints, Place place, Choices choices) {
        choices.begin(place.state(), place.playhead());
        limit.restrict(choices);
        for (Constraint constraint : constraints) {
            constraint.restrict(choices);
        }
    }

    /**
     * The fewest hard constraints that leave nothing at a place: each is left out in turn, and stays out where the
     * others do without it.
     *
     * @param scratch overwritten
     * @return empty if grammar and limit alone leave nothing, or if something is left
     */
    public List<Constraint> contradiction(Place place, Choices scratch) {
        List<Constraint> needed = hard;
        if (leavesNothing(needed, place, scratch)) {
            for (Constraint constraint : hard) {
                List<Constraint> fewer = new ArrayList<>(needed);
                fewer.remove(constraint);
                if (leavesNothing(fewer, place, scratch)) {
                    needed = fewer;
                }
            }
            return needed;
        }
        return List.of();
    }

    /** Those of the hard constraints that are given, or that refuse anything at a place. @param scratch overwritten */
    List<Constraint> refusing(Place place, Choices scratch, List<Constraint> given) {
        apply(List.of(), place, scratch);
        int all = scratch.count();
        return hard.stream()
                .filter(constraint -> {
                    apply(List.of(constraint), place, scratch);
                    return given.contains(constraint) || scratch.count() < all;
                })
                .toList();
    }

    private boolean leavesNothing(List<Constraint> constraints, Place place, Choices scratch) {
        apply(constraints, place, scratch);
        return scratch.count() == 0;
    }

    /** What the user hears of a contradiction. @param constraints at least one */
    public static UserException fault(List<Constraint> constraints, Playhead playhead) {
        List<String> names = constraints.stream().map(Constraint::name).toList();
        int last = names.size() - 1;
        String subject = last == 0
                ? names.get(0) + " leaves"
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last) + " together leave";
        return new UserException(
                subject + " the model nothing to play at bar " + playhead.barNumber() + "; allow it more");
    }
}
