package cadenza.music.tracks;

import cadenza.api.document.Meter;
import cadenza.music.coding.VelocityBins;
import cadenza.music.tracks.TrackToken.Bar;
import cadenza.music.tracks.TrackToken.Begin;
import cadenza.music.tracks.TrackToken.Drums;
import cadenza.music.tracks.TrackToken.Duration;
import cadenza.music.tracks.TrackToken.NoteOn;
import cadenza.music.tracks.TrackToken.Shift;
import cadenza.music.tracks.TrackToken.Strike;
import cadenza.music.tracks.TrackToken.Tempo;
import cadenza.music.tracks.TrackToken.Turn;
import cadenza.music.tracks.TrackToken.Velocity;
import cadenza.recurrent.SlotState;
import java.util.Arrays;

/** Where a sequence of the tracks coding stands. A part gets its channel when it is first named. One sequence, one thread. */
final class TrackPosition {
    private static final int NONE = SlotState.NONE;
    private static final int PARTS = TrackParts.PERCUSSION + 1;

    final int[] channels = new int[PARTS];
    final int[] velocities = new int[PARTS]; // bins
    final int[] durations = new int[PARTS]; // indices in TrackGrid.DURATIONS
    final int[] pitches = new int[PARTS]; // played last, at any moment
    final long[] ends = new long[12]; // of each pitch class, as a place
    TrackToken before; // the last token
    Meter meter;
    int tempo;
    int pitched; // parts so far
    int kit = NONE;
    int place; // in the bar
    long now;
    boolean shifted;
    boolean played; // a note, ever
    int part = NONE;
    int pitch = NONE; // the last one of this part at this moment

    TrackPosition() {
        Arrays.fill(channels, NONE);
        Arrays.fill(velocities, NONE);
        Arrays.fill(durations, NONE);
        Arrays.fill(pitches, NONE);
    }

    /** Moves on by a token, whatever it is. */
    void accept(TrackToken token) {
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
    }

    private void move(int places) {
        now += places;
        place = meter == null ? 0 : (place + places) % TrackGrid.places(meter);
        shifted = true;
        part = NONE;
        pitch = NONE;
    }

    /** The channel that a program has, or would get; {@link #NONE} if none is left. */
    int channel(int program) {
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
            played = true;
            pitch = note.pitch();
            pitches[part] = pitch;
            if (durations[part] != NONE) {
                int pitchClass = pitch % 12;
                ends[pitchClass] = Math.max(ends[pitchClass], now + TrackGrid.DURATIONS.get(durations[part]));
            }
        } else if (token instanceof Strike strike) {
            played = true;
            pitch = strike.pitch();
            pitches[part] = pitch;
        }
    }

    /** The velocity of the next note, 1 to 127. */
    int velocity() {
        int bin = part == NONE ? NONE : velocities[part];
        return VelocityBins.velocity(bin == NONE ? VelocityBins.COUNT / 2 : bin);
    }
}
