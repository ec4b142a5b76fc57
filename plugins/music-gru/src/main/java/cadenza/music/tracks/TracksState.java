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
import cadenza.music.tracks.TrackToken.Program;
import cadenza.music.tracks.TrackToken.Shift;
import cadenza.music.tracks.TrackToken.Strike;
import cadenza.music.tracks.TrackToken.Tempo;
import cadenza.music.tracks.TrackToken.Turn;
import cadenza.music.tracks.TrackToken.Unknown;
import cadenza.music.tracks.TrackToken.Velocity;
import cadenza.recurrent.SlotState;
import java.util.Arrays;

/**
 * Where a sequence of the tracks coding stands. At a moment the channels ascend, and the pitches of a channel; velocity
 * and duration are told where they change, in that order. A turn may stay without a note, so that whatever a host
 * forbids, time can move on.
 */
final class TracksState implements SlotState {
    /** A hit is written as a sixteenth. */
    private static final int HIT_TICKS = Score.TICKS_PER_QUARTER / 4;

    private final TrackVocabulary vocabulary;
    private final TrackSlots slots;
    private final int[] programs = new int[16];
    private final int[] velocities = new int[16];
    private final int[] durations = new int[16]; // indices in TrackGrid.DURATIONS
    private final int[] pitches = new int[16]; // played last, at any moment
    private final long[] ends = new long[12]; // of each pitch class, as a place
    private TrackToken before;
    private int last = NONE;
    private Meter meter;
    private int tempo;
    private int parts; // pitched ones so far
    private int lowestProgram; // of the next part
    private int place; // in the bar
    private long now;
    private boolean shifted;
    private int channel = NONE;
    private int pitch = NONE; // the last one of this channel at this moment

    TracksState(TrackVocabulary vocabulary, TrackSlots slots) {
        this.vocabulary = vocabulary;
        this.slots = slots;
        Arrays.fill(programs, NONE);
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
        return allowsPart(token) || hasParts() && (allowsTime(token) || allowsNote(token));
    }

    private boolean hasParts() {
        return parts > 0 || programs[Track.PERCUSSION_CHANNEL] != NONE;
    }

    /** Parts are named before all else, percussion last. */
    private boolean allowsPart(TrackToken token) {
        boolean naming = !shifted && (before instanceof Tempo || before instanceof Program);
        if (token instanceof Program program) {
            return naming
                    && program.program() >= lowestProgram
                    && parts < TrackParts.MOST_PITCHED
                    && vocabulary.has(new Turn(TrackParts.channel(parts)));
        }
        return token instanceof Drums && naming;
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

    private boolean allowsNote(TrackToken token) {
        if (token instanceof Turn turn) {
            return programs[turn.channel()] != NONE && turn.channel() > channel;
        }
        if (channel == NONE) {
            return false;
        }
        boolean percussion = channel == Track.PERCUSSION_CHANNEL;
        if (token instanceof Velocity velocity) {
            return !(before instanceof Velocity || before instanceof Duration) && velocity.bin() != velocities[channel];
        }
        if (token instanceof Duration duration) {
            return !percussion
                    && !(before instanceof Duration)
                    && (durations[channel] == NONE || duration.places() != TrackGrid.DURATIONS.get(durations[channel]));
        }
        if (token instanceof NoteOn note) {
            return !percussion && velocities[channel] != NONE && durations[channel] != NONE && note.pitch() > pitch;
        }
        return token instanceof Strike strike && percussion && velocities[channel] != NONE && strike.pitch() > pitch;
    }

    /** The velocity of the next note, 1 to 127. */
    int velocity() {
        int bin = channel == NONE ? NONE : velocities[channel];
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
        if (token instanceof Program program && parts < TrackParts.MOST_PITCHED) {
            return new Effect.Program(TrackParts.channel(parts), program.program());
        }
        if (token instanceof Drums drums) {
            return new Effect.Program(Track.PERCUSSION_CHANNEL, drums.program());
        }
        if (token instanceof Shift shift) {
            return new Effect.Advance(shift.places() * TrackGrid.TICKS);
        }
        if (token instanceof NoteOn note && channel != NONE && durations[channel] != NONE) {
            int ticks = TrackGrid.DURATIONS.get(durations[channel]) * TrackGrid.TICKS;
            return new Effect.Sound(channel, note.pitch(), ticks);
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
        channel = NONE;
        pitch = NONE;
    }

    private void acceptPart(TrackToken token) {
        if (token instanceof Program program) {
            addPart(program.program());
        } else if (token instanceof Unknown && !shifted && channel == NONE) {
            addPart(0); // an instrument that the model does not know
        } else if (token instanceof Drums drums) {
            programs[Track.PERCUSSION_CHANNEL] = drums.program();
        } else if (token instanceof Turn turn) {
            channel = turn.channel();
            pitch = NONE;
        } else if (channel != NONE) {
            acceptNote(token);
        }
    }

    private void addPart(int program) {
        if (parts < TrackParts.MOST_PITCHED) {
            programs[TrackParts.channel(parts)] = program;
            parts++;
            lowestProgram = program;
        }
    }

    private void acceptNote(TrackToken token) {
        if (token instanceof Velocity velocity) {
            velocities[channel] = velocity.bin();
        } else if (token instanceof Duration duration) {
            durations[channel] = TrackGrid.DURATIONS.indexOf(duration.places());
        } else if (token instanceof NoteOn note) {
            pitch = note.pitch();
            pitches[channel] = pitch;
            if (durations[channel] != NONE) {
                int pitchClass = pitch % 12;
                ends[pitchClass] = Math.max(ends[pitchClass], now + TrackGrid.DURATIONS.get(durations[channel]));
            }
        } else if (token instanceof Strike strike) {
            pitch = strike.pitch();
            pitches[channel] = pitch;
        }
    }

    @Override
    public void units(int[] units) {
        slots.showTime(last, meter, place, units);
        if (channel != NONE) {
            slots.showPart(
                    channel, programs[channel], velocities[channel], durations[channel], pitches[channel], units);
        }
        slots.showSounding(ends, now, units);
    }
}
