package cadenza.host.control;

import cadenza.api.Effect;
import cadenza.api.document.KeySignature;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Constraint;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where a coding names the key, it names this one; where it lacks it, one of the same notes in another spelling or mode;
 * where it lacks those too, any.
 */
record KeyCondition(KeySignature signature) implements Constraint {
    @Override
    public String name() {
        return "the key";
    }

    @Override
    public void restrict(Choices choices) {
        if (!choices.has(Effect.Key.class::isInstance)) {
            return;
        }
        List<Predicate<KeySignature>> wishes = List.of(
                signature::equals,
                key -> key.minor() == signature.minor() && key.tonic() == signature.tonic(),
                key -> Math.floorMod(key.fifths() - signature.fifths(), 12) == 0);
        for (Predicate<KeySignature> wish : wishes) {
            Predicate<Effect> fits = effect -> effect instanceof Effect.Key key && wish.test(key.signature());
            if (choices.has(fits)) {
                choices.keep(fits);
                return;
            }
        }
    }
}
