package cadenza.host.control;

import cadenza.api.Effect;
import cadenza.api.document.Track;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Constraint;
import cadenza.host.sampling.Playhead;
import java.util.List;

/** Notes that begin on a beat are notes of the chord. Percussion is free. */
final class ChordConstraint implements Constraint {
    private final ChordProgression progression;
    private final List<List<Chord>> bars;
    private final int firstBar;

    /** @param firstBar how many full bars lie before the first chord */
    ChordConstraint(ChordProgression progression, int firstBar) {
        this.progression = progression;
        this.bars = progression.chords();
        this.firstBar = firstBar;
    }

    @Override
    public String name() {
        return "--chords '" + progression + "'";
    }

    @Override
    public void restrict(Choices choices) {
        Playhead playhead = choices.playhead();
        if (playhead.fullBars() >= firstBar && playhead.onBeat()) {
            Chord chord = chord(playhead);
            choices.keep(effect -> !(effect instanceof Effect.Sound sound)
                    || sound.channel() == Track.PERCUSSION_CHANNEL
                    || chord.has(sound.pitch()));
        }
    }

    private Chord chord(Playhead playhead) {
        List<Chord> bar = bars.get((playhead.fullBars() - firstBar) % bars.size());
        return bar.get((int)
                ((long) playhead.tickInBar() * bar.size() / playhead.meter().ticksPerBar()));
    }
}
