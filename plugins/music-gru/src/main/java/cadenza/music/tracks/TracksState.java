package cadenza.music.tracks;

import cadenza.api.Effect;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.music.tracks.TrackToken.Bar;
import cadenza.music.tracks.TrackToken.Begin;
import cadenza.music.tracks.TrackToken.Drums;
import cadenza.music.tracks.TrackToken.End;
import cadenza.music.tracks.TrackToken.NoteOn;
import cadenza.music.tracks.TrackToken.Shift;
import cadenza.music.tracks.TrackToken.Strike;
import cadenza.music.tracks.TrackToken.Tempo;
import cadenza.music.tracks.TrackToken.Turn;
import cadenza.recurrent.SlotState;

/** A {@link TrackPosition} as the host and the network see it: what may come next, what it does, the input units. */
final class TracksState implements SlotState {
    /** A hit is written as a sixteenth. */
    private static final int HIT_TICKS = Score.TICKS_PER_QUARTER / 4;

    private final TrackVocabulary vocabulary;
    private final TrackSlots slots;
    private final TrackPosition position = new TrackPosition();
    private int last = NONE;

    TracksState(TrackVocabulary vocabulary, TrackSlots slots) {
        this.vocabulary = vocabulary;
        this.slots = slots;
    }

    @Override
    public void allowed(boolean[] allowed) {
        for (int id = 0; id < allowed.length; id++) {
            allowed[id] = TrackGrammar.allows(vocabulary.token(id), position);
        }
    }

    /** The velocity of the next note, 1 to 127. */
    int velocity() {
        return position.velocity();
    }

    @Override
    public Effect effect(int id) {
        TrackToken token = vocabulary.token(id);
        if (token instanceof Begin begin) {
            return new Effect.Begin(begin.meter(), begin.place() * TrackGrid.TICKS);
        }
        if (token instanceof Tempo changed) {
            return new Effect.Tempo(changed.beatsPerMinute());
        }
        if (token instanceof Bar bar) {
            return new Effect.Bar(bar.meter());
        }
        if (token instanceof Turn turn && position.channel(turn.program()) != NONE) {
            return new Effect.Program(position.channel(turn.program()), turn.program());
        }
        if (token instanceof Drums drums) {
            return new Effect.Program(Track.PERCUSSION_CHANNEL, drums.program());
        }
        if (token instanceof Shift shift) {
            return new Effect.Advance(shift.places() * TrackGrid.TICKS);
        }
        if (token instanceof NoteOn note
                && position.part != NONE
                && position.channels[position.part] != NONE
                && position.durations[position.part] != NONE) {
            int ticks = TrackGrid.DURATIONS.get(position.durations[position.part]) * TrackGrid.TICKS;
            return new Effect.Sound(position.channels[position.part], note.pitch(), ticks);
        }
        if (token instanceof Strike strike) {
            return new Effect.Sound(Track.PERCUSSION_CHANNEL, strike.pitch(), HIT_TICKS);
        }
        return token instanceof End ? new Effect.End() : new Effect.None();
    }

    @Override
    public void accept(int id) {
        position.accept(vocabulary.token(id));
        last = id;
    }

    @Override
    public void units(int[] units) {
        slots.showTime(last, position.meter, position.place, units);
        int part = position.part;
        if (part != NONE) {
            slots.showPart(part, position.velocities[part], position.durations[part], position.pitches[part], units);
        }
        slots.showSounding(position.ends, position.now, units);
    }
}
