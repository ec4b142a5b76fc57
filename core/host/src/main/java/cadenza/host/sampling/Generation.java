package cadenza.host.sampling;

import cadenza.api.Codec;
import cadenza.api.Effect;
import cadenza.api.UserException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * One generation: masks the logits it is given, chooses, follows, until its limit is reached or it ends by itself.
 *
 * <p>Where there are constraints a {@link Scout} goes ahead: of a token that leads to a dead end another is chosen in
 * its stead.
 */
public final class Generation {
    /** Hears what a generation chooses. */
    public interface Listener {
        /** A token was chosen, and has this effect. */
        void chosen(int token, Effect effect);
    }

    private final Sampler sampler;
    private final Limit limit;
    private final Restrictions restrictions;
    private final Listener listener;
    private final Place place;
    private final Choices choices;
    private final Scout scout;
    private final Progress progress = new Progress();
    private int[] tokens = new int[256]; // for the scout
    private int step;
    private boolean ended;

    /** @param listener hears of each chosen token at once */
    public Generation(Codec<?> codec, Sampler sampler, Limit limit, Listener listener) {
        this(codec, sampler, limit, List.of(), listener);
    }

    /**
     * @param constraints applied after the limit, in this order, the soft ones last
     * @param listener hears of each chosen token at once
     */
    public Generation(Codec<?> codec, Sampler sampler, Limit limit, List<Constraint> constraints, Listener listener) {
        this.sampler = sampler;
        this.limit = limit;
        this.restrictions = new Restrictions(limit, constraints);
        this.listener = listener;
        place = Place.start(codec);
        choices = new Choices(codec.vocabulary().size());
        scout = new Scout(codec, restrictions, limit);
    }

    /** Where it stands; not to be moved by anyone else. */
    public Playhead playhead() {
        return place.playhead();
    }

    /** Follows a token that was not chosen here. */
    void follow(int token) {
        if (!restrictions.none()) {
            if (step == tokens.length) {
                tokens = Arrays.copyOf(tokens, 2 * step);
            }
            tokens[step] = token;
        }
        place.follow(token);
        sampler.accept(token);
        step++;
    }

    boolean finished() {
        return ended || limit.reached(place.playhead());
    }

    /**
     * The next token.
     *
     * @throws PredictionException if the grammar leaves nothing to choose, or too many tokens came to nothing
     * @throws UserException if the constraints leave nothing to choose
     */
    int choose(float[] logits) {
        restrictions.apply(place, choices);
        int token = restrictions.none() ? plainly(logits) : lookingAhead(logits);
        Effect effect = choices.effect(token);
        follow(token);
        limit.accept(effect);
        progress.chosen(effect, place.playhead().tick());
        ended = effect instanceof Effect.End;
        listener.chosen(token, effect);
        return token;
    }

    private int plainly(float[] logits) {
        if (choices.count() == 0) {
            throw new PredictionException("its grammar allows no token at step " + step);
        }
        return sampler.choose(logits, choices.allowed());
    }

    private int lookingAhead(float[] logits) {
        BitSet refused = new BitSet();
        OptionalInt token = leadingOn(logits, refused);
        if (token.isEmpty()) {
            // What soft constraints left leads nowhere: without them.
            restrictions.applyHard(place, choices);
            refused.stream().forEach(choices::refuse);
            token = leadingOn(logits, refused);
        }
        return token.orElseThrow(this::deadEnd);
    }

    /** Chooses until one leads on. @param refused takes those that do not, which are taken out of the choices */
    private OptionalInt leadingOn(float[] logits, BitSet refused) {
        float[] preferred = choices.preferred(logits);
        while (choices.count() > 0) {
            int token = sampler.choose(logits, preferred, choices.allowed());
            if (scout.leadsOn(tokens, step, place.playhead(), token)) {
                return OptionalInt.of(token);
            }
            choices.refuse(token);
            refused.set(token);
        }
        return OptionalInt.empty();
    }

    private RuntimeException deadEnd() {
        List<Constraint> here = restrictions.contradiction(place, choices);
        List<Constraint> fault = here.isEmpty() ? restrictions.refusing(place, choices, scout.deadEnd()) : here;
        if (fault.isEmpty()) {
            return new PredictionException("its grammar allows no token at step " + step);
        }
        return Restrictions.fault(fault, place.playhead());
    }
}
