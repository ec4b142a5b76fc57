package cadenza.host.control;

import cadenza.api.Effect;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Constraint;
import cadenza.host.sampling.Playhead;

/**
 * Lines move by an octave at most, and no two of them move in parallel fifths, octaves or unisons: the two rules of
 * strict counterpoint that are about neighbouring notes alone (J. J. Fux, <em>Gradus ad Parnassum</em>, 1725). Of two
 * lines that move at the same moment the second is bound by the first. Channels with several notes at once are free.
 * Dropped for a step in which it would leave nothing.
 */
final class VoiceLeading implements Constraint {
    private static final int CHANNELS = 16;
    private static final int OCTAVE = 12;
    private static final int FIFTH = 7;

    @Override
    public String name() {
        return "--voice-leading strict";
    }

    @Override
    public boolean soft() {
        return true;
    }

    @Override
    public void restrict(Choices choices) {
        Playhead playhead = choices.playhead();
        choices.keep(effect -> !(effect instanceof Effect.Sound sound)
                || sound.ticks() != Effect.Sound.UNTIL_NEXT
                || !leaps(playhead, sound) && !movesInParallel(playhead, sound));
    }

    private static boolean leaps(Playhead playhead, Effect.Sound sound) {
        int from = playhead.line(sound.channel());
        return from != Playhead.NONE && Math.abs(sound.pitch() - from) > OCTAVE;
    }

    private static boolean movesInParallel(Playhead playhead, Effect.Sound sound) {
        int before = playhead.lineBefore(sound.channel());
        if (before == Playhead.NONE || before == sound.pitch()) {
            return false;
        }
        for (int other = 0; other < CHANNELS; other++) {
            int otherNow = playhead.line(other);
            int otherBefore = playhead.lineBefore(other);
            boolean moved = otherNow != otherBefore && otherNow != Playhead.NONE && otherBefore != Playhead.NONE;
            if (other != sound.channel() && moved) {
                int interval = before - otherBefore;
                int size = Math.abs(interval) % OCTAVE;
                if ((size == 0 || size == FIFTH) && sound.pitch() - otherNow == interval) {
                    return true;
                }
            }
        }
        return false;
    }
}
