package cadenza.host.control;

import cadenza.api.Effect;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.Track;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Constraint;
import cadenza.host.sampling.Playhead;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The clip closes on the tonic: the last half bar, or the last bar of a meter of three or fewer beats, holds the tonic's
 * triad over its root. The key is the one that was asked for, else the one that the model has named; where there is
 * neither it does nothing. Dropped for a step in which it would leave nothing.
 */
final class Cadence implements Constraint {
    private static final int CHANNELS = 16;
    private static final int PITCH_CLASSES = 12;

    private final OptionalInt lastBar;
    private final Optional<KeySignature> key;

    /** @param lastBar how many full bars there are, those of a prime included; empty for as many as are announced */
    Cadence(OptionalInt lastBar, Optional<KeySignature> key) {
        this.lastBar = lastBar;
        this.key = key;
    }

    @Override
    public String name() {
        return "--cadence";
    }

    @Override
    public boolean soft() {
        return true;
    }

    @Override
    public void restrict(Choices choices) {
        Playhead playhead = choices.playhead();
        OptionalInt last = lastBar.isPresent() ? lastBar : playhead.announcedBars();
        last.ifPresent(bars ->
                key.or(playhead::key).ifPresent(tonic -> close(choices, playhead, playhead.ticksTo(bars), tonic)));
    }

    private static void close(Choices choices, Playhead playhead, long left, KeySignature tonic) {
        long lastChord = lastChord(playhead.meter());
        if (left > lastChord) {
            // So that there is a moment in which the last chord can begin.
            choices.keep(effect -> !(effect instanceof Effect.Advance advance) || advance.ticks() <= left - lastChord);
            return;
        }
        if (left <= 0) {
            return;
        }
        if (stands(playhead, tonic) && choices.has(effect -> holds(effect, left))) {
            choices.keep(effect -> holds(effect, left));
            return;
        }
        choices.keep(effect -> fits(effect, playhead, tonic));
    }

    private static long lastChord(Meter meter) {
        int bar = meter.ticksPerBar();
        return meter.beats() % 2 == 0 && meter.beats() > 2 && meter.unit() <= 4 ? bar / 2 : bar;
    }

    private static boolean holds(Effect effect, long left) {
        return effect instanceof Effect.Advance advance && advance.ticks() == left;
    }

    /** Whether all lines sound the triad. */
    private static boolean stands(Playhead playhead, KeySignature tonic) {
        return firstStray(playhead, tonic) == CHANNELS;
    }

    /** The first line that does not sound its note of the triad. */
    private static int firstStray(Playhead playhead, KeySignature tonic) {
        int bass = bass(playhead);
        for (int channel = 0; channel < CHANNELS; channel++) {
            int pitch = playhead.line(channel);
            if (pitch != Playhead.NONE
                    && channel != Track.PERCUSSION_CHANNEL
                    && !suits(pitch, channel == bass, tonic)) {
                return channel;
            }
        }
        return CHANNELS;
    }

    private static boolean fits(Effect effect, Playhead playhead, KeySignature tonic) {
        int stray = firstStray(playhead, tonic);
        if (effect instanceof Effect.Sound sound && sound.channel() != Track.PERCUSSION_CHANNEL) {
            // Lines are set in the order of their channels: one that is passed over stays as it is.
            return sound.channel() <= stray && suits(sound.pitch(), sound.channel() == bass(playhead), tonic);
        }
        if (effect instanceof Effect.Advance) {
            return stray == CHANNELS;
        }
        return !(effect instanceof Effect.Silence);
    }

    private static boolean suits(int pitch, boolean bass, KeySignature tonic) {
        int degree = Math.floorMod(pitch - tonic.tonic(), PITCH_CLASSES);
        boolean third = degree == 4 || tonic.minor() && degree == 3;
        return degree == 0 || !bass && (third || degree == 7);
    }

    /** The channel of the lowest line, or of none. */
    private static int bass(Playhead playhead) {
        int lowest = CHANNELS;
        for (int channel = 0; channel < CHANNELS; channel++) {
            int pitch = playhead.line(channel);
            if (pitch != Playhead.NONE
                    && channel != Track.PERCUSSION_CHANNEL
                    && (lowest == CHANNELS || pitch <= playhead.line(lowest))) {
                lowest = channel;
            }
        }
        return lowest;
    }
}
