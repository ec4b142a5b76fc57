package cadenza.host.sampling;

import cadenza.api.Codec;
import cadenza.api.Effect;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Goes ahead of a generation, through grammar and hard constraints alone, and tells which tokens lead to a dead end.
 *
 * <p>A grammar's state cannot be copied, so this one has its own and follows the generation; after a wrong way it
 * begins anew and follows all tokens so far, which takes nanoseconds a token.
 */
final class Scout {
    /** So many tokens ahead at most, where there are but few ways. */
    private static final int LOOKAHEAD = 8;

    /** More ways than that which do anything are not tried one by one: one of them will lead on. */
    private static final int FEW = 3;

    private final Codec<?> codec;
    private final Restrictions restrictions;
    private final Limit limit;
    private final Choices choices;
    private Place place;
    private int followed = -1; // how many tokens; -1 after a wrong way
    private List<Constraint> deadEnd = List.of();

    Scout(Codec<?> codec, Restrictions restrictions, Limit limit) {
        this.codec = codec;
        this.restrictions = restrictions;
        this.limit = limit;
        choices = new Choices(codec.vocabulary().size());
    }

    /**
     * Whether a token leads on: the document ends with it, time may move on after it, there are many ways, or one of a
     * few ways leads on.
     *
     * @param tokens those so far, and room for others after them
     * @param count how many there are so far
     * @param here where they end
     */
    boolean leadsOn(int[] tokens, int count, Playhead here, int token) {
        return leadsOn(tokens, count, here, token, LOOKAHEAD);
    }

    /**
     * The constraints that made the last dead end that was found, and narrowed the way there; empty if grammar and limit
     * did alone.
     */
    List<Constraint> deadEnd() {
        return deadEnd;
    }

    private boolean leadsOn(int[] tokens, int count, Playhead here, int token, int depth) {
        if (followed != count) {
            place = new Place(codec.start(), here.copy());
            for (int i = 0; i < count; i++) {
                place.state().accept(tokens[i]);
            }
        }
        Effect effect = place.follow(token);
        followed = count + 1;
        if (effect instanceof Effect.End || limit.reached(place.playhead()) || depth == 0) {
            return true;
        }
        restrictions.applyHard(place, choices);
        if (choices.count() == 0) {
            deadEnd = restrictions.contradiction(place, choices);
            followed = -1;
            return false;
        }
        if (choices.has(Scout::movesOn) || choices.count(Scout::doesAnything) > FEW) {
            return true;
        }
        int[] next = IntStream.range(0, choices.size()).filter(choices::allows).toArray();
        List<Constraint> narrowing = restrictions.refusing(place, choices, List.of());
        int[] extended = Arrays.copyOf(tokens, count + 1);
        extended[count] = token;
        Playhead there = place.playhead().copy();
        boolean any = false;
        for (int i = 0; i < next.length && !any; i++) {
            any = leadsOn(extended, count + 1, there, next[i], depth - 1);
        }
        followed = -1;
        if (!any) {
            deadEnd = Stream.concat(narrowing.stream(), deadEnd.stream())
                    .distinct()
                    .toList();
        }
        return any;
    }

    private static boolean movesOn(Effect effect) {
        return effect instanceof Effect.Advance || effect instanceof Effect.End;
    }

    private static boolean doesAnything(Effect effect) {
        return !(effect instanceof Effect.None);
    }
}
