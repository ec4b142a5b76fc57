package cadenza.music.tracks;

import cadenza.api.Effect;
import cadenza.api.document.Meter;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.music.coding.VelocityBins;
import cadenza.music.tracks.TrackToken.Bar;
import cadenza.music.tracks.TrackToken.Begin;
import cadenza.music.tracks.TrackToken.Drums;
import cadenza.music.tracks.TrackToken.Duration;
import cadenza.music.tracks.TrackToken.End;
import cadenza.music.tracks.TrackToken.NoteOn;
import cadenza.music.tracks.TrackToken.Shift;
import cadenza.music.tracks.TrackToken.Strike;
import cadenza.music.tracks.TrackToken.Tempo;
import cadenza.music.tracks.TrackToken.Turn;
import cadenza.music.tracks.TrackToken.Velocity;
import cadenza.recurrent.SlotState;
import java.util.Arrays;

/**
 * Where a sequence of the tracks coding stands. At a moment the parts ascend, percussion last, and the pitches of a part;
 * velocity and duration are told where they change, in that order. Time can move on after a part is named, so that a
 * host may forbid its notes. A part gets its channel when it is first named.
 */
final class TracksState implements SlotState {
    /** A hit is written as a sixteenth. */
    private static final int HIT_TICKS = Score.TICKS_PER_QUARTER / 4;

    private final TrackVocabulary vocabulary;
    private final TrackSlots slots;
    private static final int PARTS = TrackParts.PERCUSSION + 1;

    private final int[] channels = new int[PARTS];
    private final int[] velocities = new int[PARTS];
    private final int[] durations = new int[PARTS]; // indices in TrackGrid.DURATIONS
    private final int[] pitches = new int[PARTS]; // played last, at any moment
    private final long[] ends = new long[12]; // of each pitch class, as a place
    private TrackToken before;
    private int last = NONE;
    private Meter meter;
    private int tempo;
    private int pitched; // parts so far
    private int kit = NONE;
    private int place; // in the bar
    private long now;
    private boolean shifted;
    private int part = NONE;
    private int pitch = NONE; // the last one of this part at this moment

    TracksState(TrackVocabulary vocabulary, TrackSlots slots) {
        this.vocabulary = vocabulary;
        this.slots = slots;
        Arrays.fill(channels, NONE);
        Arrays.fill(velocities, NONE);
        Arrays.fill(durations, NONE);
        Arrays.fill(pitches, NONE);
    }

    @Override
    public void allowed(boolean[] allowed) {
        for (int id = 0; id < allowed.length; id++) {
            allowed[id] = allows(vocabulary.token(id));
        }
    }

    private boolean allows(TrackToken token) {
        if (before == null || meter == null) {
            return token instanceof Begin;
        }
        if (before instanceof Begin) {
            return token instanceof Tempo;
        }
        if (before instanceof End) {
            return false;
        }
        return allowsTime(token) || allowsPart(token) || part != NONE && allowsNote(token);
    }

    private boolean allowsTime(TrackToken token) {
        boolean moved = before instanceof Shift;
        if (token instanceof Bar bar) {
            return moved && place == 0 && !bar.meter().equals(meter);
        }
        if (token instanceof Tempo changed) {
            return shifted && (moved || before instanceof Bar) && changed.beatsPerMinute() != tempo;
        }
        if (token instanceof Shift shift) {
            return !(before instanceof Shift wide) || follows(wide.places(), shift.places());
        }
        return token instanceof End && moved && place == 0;
    }

    /** A wide shift may be followed by a narrower one, the widest by any. */
    private static boolean follows(int wide, int shift) {
        int widest = TrackGrid.SHIFTS.get(TrackGrid.SHIFTS.size() - 1);
        return wide == widest || wide >= TrackGrid.WIDE_SHIFT && shift < wide;
    }

    /** The next part, once this one has played. */
    private boolean allowsPart(TrackToken token) {
        if (part != NONE && pitch == NONE) {
            return false;
        }
        if (token instanceof Turn turn) {
            return turn.program() > part && (channels[turn.program()] != NONE || pitched < TrackParts.MOST_PITCHED);
        }
        return token instanceof Drums drums && part < TrackParts.PERCUSSION && (kit == NONE || drums.program() == kit);
    }

    private boolean allowsNote(TrackToken token) {
        boolean percussion = part == TrackParts.PERCUSSION;
        if (token instanceof Velocity velocity) {
            return !(before instanceof Velocity || before instanceof Duration) && velocity.bin() != velocities[part];
        }
        if (token instanceof Duration duration) {
            return !percussion
                    && !(before instanceof Duration)
                    && (durations[part] == NONE || duration.places() != TrackGrid.DURATIONS.get(durations[part]));
        }
        if (token instanceof NoteOn note) {
            return !percussion && velocities[part] != NONE && durations[part] != NONE && note.pitch() > pitch;
        }
        return token instanceof Strike strike && percussion && velocities[part] != NONE && strike.pitch() > pitch;
    }

    /** The velocity of the next note, 1 to 127. */
    int velocity() {
        int bin = part == NONE ? NONE : velocities[part];
        return VelocityBins.velocity(bin == NONE ? VelocityBins.COUNT / 2 : bin);
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
        if (token instanceof Turn turn && channel(turn.program()) != NONE) {
            return new Effect.Program(channel(turn.program()), turn.program());
        }
        if (token instanceof Drums drums) {
            return new Effect.Program(Track.PERCUSSION_CHANNEL, drums.program());
        }
        if (token instanceof Shift shift) {
            return new Effect.Advance(shift.places() * TrackGrid.TICKS);
        }
        if (token instanceof NoteOn note && part != NONE && channels[part] != NONE && durations[part] != NONE) {
            int ticks = TrackGrid.DURATIONS.get(durations[part]) * TrackGrid.TICKS;
            return new Effect.Sound(channels[part], note.pitch(), ticks);
        }
        if (token instanceof Strike strike) {
            return new Effect.Sound(Track.PERCUSSION_CHANNEL, strike.pitch(), HIT_TICKS);
        }
        return token instanceof End ? new Effect.End() : new Effect.None();
    }

    @Override
    public void accept(int id) {
        TrackToken token = vocabulary.token(id);
        if (token instanceof Begin begin) {
            meter = begin.meter();
            place = begin.place();
        } else if (token instanceof Tempo changed) {
            tempo = changed.beatsPerMinute();
        } else if (token instanceof Bar bar) {
            meter = bar.meter();
        } else if (token instanceof Shift shift) {
            move(shift.places());
        } else {
            acceptPart(token);
        }
        before = token;
        last = id;
    }

    private void move(int places) {
        now += places;
        place = meter == null ? 0 : (place + places) % TrackGrid.places(meter);
        shifted = true;
        part = NONE;
        pitch = NONE;
    }

    /** The channel that a program has, or would get; {@link #NONE} if none is left. */
    private int channel(int program) {
        if (channels[program] != NONE) {
            return channels[program];
        }
        return pitched < TrackParts.MOST_PITCHED ? TrackParts.channel(pitched) : NONE;
    }

    private void acceptPart(TrackToken token) {
        if (token instanceof Turn turn) {
            if (channels[turn.program()] == NONE && pitched < TrackParts.MOST_PITCHED) {
                channels[turn.program()] = TrackParts.channel(pitched);
                pitched++;
            }
            part = turn.program();
            pitch = NONE;
        } else if (token instanceof Drums drums) {
            kit = drums.program();
            part = TrackParts.PERCUSSION;
            pitch = NONE;
        } else if (part != NONE) {
            acceptNote(token);
        }
    }

    private void acceptNote(TrackToken token) {
        if (token instanceof Velocity velocity) {
            velocities[part] = velocity.bin();
        } else if (token instanceof Duration duration) {
            durations[part] = TrackGrid.DURATIONS.indexOf(duration.places());
        } else if (token instanceof NoteOn note) {
            pitch = note.pitch();
            pitches[part] = pitch;
            if (durations[part] != NONE) {
                int pitchClass = pitch % 12;
                ends[pitchClass] = Math.max(ends[pitchClass], now + TrackGrid.DURATIONS.get(durations[part]));
            }
        } else if (token instanceof Strike strike) {
            pitch = strike.pitch();
            pitches[part] = pitch;
        }
    }

    @Override
    public void units(int[] units) {
        slots.showTime(last, meter, place, units);
        if (part != NONE) {
            slots.showPart(part, velocities[part], durations[part], pitches[part], units);
        }
        slots.showSounding(ends, now, units);
    }
}
