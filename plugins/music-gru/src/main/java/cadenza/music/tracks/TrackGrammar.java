package cadenza.music.tracks;

import static cadenza.recurrent.SlotState.NONE;

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

/**
 * The grammar of the tracks coding. At a moment the parts ascend, percussion last, and the pitches of a part; velocity
 * and duration are told where they change, in that order. Time can move on after a part is named, so that a host may
 * forbid its notes; but a piece begins with a note, so none is empty.
 */
final class TrackGrammar {
    private TrackGrammar() {}

    /** Whether a token may come next. */
    static boolean allows(TrackToken token, TrackPosition position) {
        if (position.before == null || position.meter == null) {
            return token instanceof Begin;
        }
        if (position.before instanceof Begin) {
            return token instanceof Tempo;
        }
        if (position.before instanceof End) {
            return false;
        }
        return allowsTime(token, position)
                || allowsPart(token, position)
                || position.part != NONE && allowsNote(token, position);
    }

    private static boolean allowsTime(TrackToken token, TrackPosition position) {
        boolean moved = position.before instanceof Shift;
        if (token instanceof Bar bar) {
            return moved && position.place == 0 && !bar.meter().equals(position.meter);
        }
        if (token instanceof Tempo changed) {
            return position.shifted
                    && (moved || position.before instanceof Bar)
                    && changed.beatsPerMinute() != position.tempo;
        }
        if (token instanceof Shift shift) {
            return position.played
                    && (!(position.before instanceof Shift wide) || follows(wide.places(), shift.places()));
        }
        return token instanceof End && moved && position.place == 0;
    }

    /** A wide shift may be followed by a narrower one, the widest by any. */
    private static boolean follows(int wide, int shift) {
        int widest = TrackGrid.SHIFTS.get(TrackGrid.SHIFTS.size() - 1);
        return wide == widest || wide >= TrackGrid.WIDE_SHIFT && shift < wide;
    }

    /** The next part, once this one has played. */
    private static boolean allowsPart(TrackToken token, TrackPosition position) {
        if (position.part != NONE && position.pitch == NONE) {
            return false;
        }
        if (token instanceof Turn turn) {
            return turn.program() > position.part
                    && (position.channels[turn.program()] != NONE || position.pitched < TrackParts.MOST_PITCHED);
        }
        return token instanceof Drums drums
                && position.part < TrackParts.PERCUSSION
                && (position.kit == NONE || drums.program() == position.kit);
    }

    private static boolean allowsNote(TrackToken token, TrackPosition position) {
        boolean percussion = position.part == TrackParts.PERCUSSION;
        if (token instanceof Velocity velocity) {
            return !(position.before instanceof Velocity || position.before instanceof Duration)
                    && velocity.bin() != position.velocities[position.part];
        }
        if (token instanceof Duration duration) {
            return !percussion
                    && position.velocities[position.part] != NONE
                    && !(position.before instanceof Duration)
                    && (position.durations[position.part] == NONE
                            || duration.places() != TrackGrid.DURATIONS.get(position.durations[position.part]));
        }
        if (token instanceof NoteOn note) {
            return !percussion
                    && position.velocities[position.part] != NONE
                    && position.durations[position.part] != NONE
                    && note.pitch() > position.pitch;
        }
        return token instanceof Strike strike
                && percussion
                && position.velocities[position.part] != NONE
                && strike.pitch() > position.pitch;
    }
}
