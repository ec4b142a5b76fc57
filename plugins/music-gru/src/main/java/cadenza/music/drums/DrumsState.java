package cadenza.music.drums;

import cadenza.api.Effect;
import cadenza.api.document.Meter;
import cadenza.api.document.Track;
import cadenza.music.drums.DrumToken.Begin;
import cadenza.music.drums.DrumToken.End;
import cadenza.music.drums.DrumToken.Offset;
import cadenza.music.drums.DrumToken.Shift;
import cadenza.music.drums.DrumToken.Strike;
import cadenza.music.drums.DrumToken.Tempo;
import cadenza.music.drums.DrumToken.Velocity;
import cadenza.recurrent.SlotState;

/**
 * Where a sequence of the drums coding stands. A {@code SHIFT} leads to the first place of a cell, which lies before the
 * cell's beat, and the {@code OFFSET} that must follow leads on from there, so that time never runs backwards: a hit
 * before the beat needs no step back. The piece ends on the beat of a cell that is a bar line, where nothing was hit.
 */
final class DrumsState implements SlotState {
    private static final int NO_PITCH = -1;

    /** What may come next. */
    private enum Stage {
        BEGIN,
        TEMPO,
        OFFSET,
        MOMENT,
        VELOCITY,
        ENDED
    }

    private final DrumVocabulary vocabulary;
    private final DrumSlots slots;
    private final RecentCells recent = new RecentCells();
    private Stage stage = Stage.BEGIN;
    private Meter meter;
    private int last = NONE;
    private int cell;
    private int offset;
    private int pitch = NO_PITCH; // the last one hit at this moment
    private boolean mayShiftOn; // nothing need happen between a full shift, or the beginning, and the next shift

    DrumsState(DrumVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.slots = new DrumSlots(vocabulary);
    }

    @Override
    public void allowed(boolean[] allowed) {
        for (int id = 0; id < allowed.length; id++) {
            allowed[id] = allows(vocabulary.token(id));
        }
    }

    private boolean allows(DrumToken token) {
        return switch (stage) {
            case BEGIN -> token instanceof Begin;
            case TEMPO -> token instanceof Tempo;
            case OFFSET -> token instanceof Offset to && to.places() >= offset || mayShiftOn && token instanceof Shift;
            case MOMENT ->
                token instanceof Strike strike && strike.pitch() > pitch
                        || token instanceof Offset to && to.places() > offset
                        || token instanceof Shift
                        || token instanceof End && mayEnd();
            case VELOCITY -> token instanceof Velocity;
            case ENDED -> false;
        };
    }

    private boolean mayEnd() {
        return cell > 0 && cell % DrumGrid.cells(meter) == 0 && offset == 0 && pitch == NO_PITCH;
    }

    /** Ticks from here to where a {@code SHIFT} or {@code OFFSET} leads; 0 for other tokens. */
    int ticks(DrumToken token) {
        if (token instanceof Shift shift) {
            return (shift.cells() * DrumGrid.PLACES + DrumGrid.EARLIEST - offset) * DrumGrid.TICKS;
        }
        return token instanceof Offset to ? Math.max(0, to.places() - offset) * DrumGrid.TICKS : 0;
    }

    @Override
    public Effect effect(int id) {
        DrumToken token = vocabulary.token(id);
        if (token instanceof Begin begin) {
            return new Effect.Begin(begin.meter(), 0);
        }
        if (token instanceof Tempo tempo) {
            return new Effect.Tempo(tempo.beatsPerMinute());
        }
        if (token instanceof Strike strike) {
            return new Effect.Sound(Track.PERCUSSION_CHANNEL, strike.pitch(), DrumsCodec.NOTE_TICKS);
        }
        if (token instanceof End) {
            return new Effect.End();
        }
        int ticks = ticks(token);
        return ticks > 0 ? new Effect.Advance(ticks) : new Effect.None();
    }

    @Override
    public void accept(int id) {
        DrumToken token = vocabulary.token(id);
        if (token instanceof Begin begin) {
            meter = begin.meter();
            stage = Stage.TEMPO;
        } else if (token instanceof Tempo) {
            stage = Stage.OFFSET;
            mayShiftOn = true;
        } else if (token instanceof Shift shift) {
            cell += shift.cells();
            offset = DrumGrid.EARLIEST;
            stage = Stage.OFFSET;
            mayShiftOn = shift.cells() == Shift.MOST;
            if (meter != null) {
                recent.forgetBefore(cell - DrumGrid.cells(meter));
            }
        } else if (token instanceof Offset to) {
            offset = Math.max(offset, to.places());
            pitch = NO_PITCH;
            stage = Stage.MOMENT;
        } else if (token instanceof Strike strike) {
            pitch = strike.pitch();
            recent.hit(cell, vocabulary.pitches().indexOf(pitch));
            stage = Stage.VELOCITY;
        } else if (token instanceof Velocity) {
            stage = Stage.MOMENT;
        } else if (token instanceof End) {
            stage = Stage.ENDED;
        } else if (stage == Stage.MOMENT) {
            stage = Stage.VELOCITY; // an unknown drum, which is told how loud it is
        }
        last = id;
    }

    @Override
    public void units(int[] units) {
        slots.show(last, meter, cell, offset, recent, units);
    }
}
