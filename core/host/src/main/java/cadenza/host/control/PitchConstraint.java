package cadenza.host.control;

import cadenza.api.Effect;
import cadenza.api.document.Track;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Constraint;
import java.util.function.IntPredicate;

/**
 * Only some pitches, whenever a note begins. Percussion, whose pitches name instruments, is free.
 *
 * @param name as the user gave it
 * @param pitches which of 0 to 127
 */
record PitchConstraint(String name, IntPredicate pitches) implements Constraint {
    @Override
    public void restrict(Choices choices) {
        choices.keep(effect -> !(effect instanceof Effect.Sound sound) || allows(sound));
    }

    private boolean allows(Effect.Sound sound) {
        return sound.channel() == Track.PERCUSSION_CHANNEL || pitches.test(sound.pitch());
    }
}
