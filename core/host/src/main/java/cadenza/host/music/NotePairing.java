package cadenza.host.music;

import cadenza.api.document.Note;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** Pairs the note-ons and note-offs of one channel of a file track, given in the order of the file. */
final class NotePairing {
    private final LongUnaryOperator scale;
    private final Sounding[] sounding = new Sounding[128]; // by pitch; null where nothing sounds
    private final Map<Strike, Note> notes = new LinkedHashMap<>();

    /** A note that waits for its end; {@code restruck} if it ended another of its pitch. */
    private record Sounding(long tick, int velocity, boolean restruck) {}

    /** Where a note starts, in ticks of the score. */
    private record Strike(long tick, int pitch) {}

    /** @param scale from the file's ticks, which the other methods take, to the score's */
    NotePairing(LongUnaryOperator scale) {
        this.scale = scale;
    }

    /** A note-on. Of two at one tick and pitch the louder stays. */
    void on(long tick, int pitch, int velocity) {
        Sounding earlier = sounding[pitch];
        if (earlier != null && earlier.tick == tick) {
            sounding[pitch] = new Sounding(tick, Math.max(velocity, earlier.velocity), earlier.restruck);
            return;
        }
        finish(pitch, tick);
        sounding[pitch] = new Sounding(tick, velocity, earlier != null);
    }

    /** A note-off; of no effect where nothing sounds. */
    void off(long tick, int pitch) {
        Sounding note = sounding[pitch];
        if (note != null && note.restruck && note.tick == tick) {
            // Careless writers put the note-off of a repeated note behind the next note-on of the same tick.
            sounding[pitch] = new Sounding(tick, note.velocity, false);
            return;
        }
        finish(pitch, tick);
    }

    /** Ends whatever still sounds. */
    void endOfTrack(long tick) {
        for (int pitch = 0; pitch < sounding.length; pitch++) {
            finish(pitch, tick);
        }
    }

    /** The notes that have ended, no two of a pitch overlapping. */
    List<Note> notes() {
        return List.copyOf(notes.values());
    }

    private void finish(int pitch, long tick) {
        Sounding note = sounding[pitch];
        if (note == null) {
            return;
        }
        sounding[pitch] = null;
        long onset = scale.applyAsLong(note.tick);
        long duration = Math.max(1, scale.applyAsLong(tick) - onset);
        // Two notes can round to one onset; the earlier lasted no longer than a tick and gives way.
        notes.put(new Strike(onset, pitch), new Note(onset, duration, pitch, note.velocity));
    }
}
