package cadenza.host.music;

import cadenza.api.document.Note;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** Pairs the note-ons and note-offs of one channel of a file track, given in the order of the file. */
final class NotePairing {
    private final LongUnaryOperator scale;
    private final Findings findings;
    private final int[] overlapped = new int[128]; // by pitch: note-offs that notes cut by another still have to come
    private final Sounding[] sounding = new Sounding[128]; // by pitch; null where nothing sounds
    private final Map<Strike, Note> notes = new LinkedHashMap<>();

    /** A note that waits for its end; {@code restruck} if it ended another of its pitch. */
    private record Sounding(long tick, int velocity, boolean restruck) {}

    /** Where a note starts, in ticks of the score. */
    private record Strike(long tick, int pitch) {}

    /** @param scale from the file's ticks, which the other methods take, to the score's */
    NotePairing(LongUnaryOperator scale, Findings findings) {
        this.scale = scale;
        this.findings = findings;
    }

    /** A note-on. Of two at one tick and pitch the louder stays. */
    void on(long tick, int pitch, int velocity) {
        Sounding earlier = sounding[pitch];
        if (earlier != null && earlier.tick == tick) {
            sounding[pitch] = new Sounding(tick, Math.max(velocity, earlier.velocity), earlier.restruck);
            findings.add(Finding.DOUBLED_NOTE);
            overlapped[pitch]++;
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
        if (note != null) {
            finish(pitch, tick);
        } else if (overlapped[pitch] > 0) {
            overlapped[pitch]--;
        } else {
            findings.add(Finding.STRAY_NOTE_OFF);
        }
    }

    /** Ends whatever still sounds. */
    void endOfTrack(long tick) {
        for (int pitch = 0; pitch < sounding.length; pitch++) {
            if (sounding[pitch] != null) {
                findings.add(Finding.UNENDED_NOTE);
                finish(pitch, tick);
            }
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
        if (note.restruck) {
            findings.add(Finding.OVERLAPPING_NOTE);
            overlapped[pitch]++;
        }
        long onset = scale.applyAsLong(note.tick);
        long duration = scale.applyAsLong(tick) - onset;
        if (duration < 1) {
            findings.add(Finding.SHORT_NOTE);
        }
        Note ended = new Note(onset, Math.max(1, duration), pitch, note.velocity);
        // Two notes can round to one onset; the earlier lasted no longer than a tick and gives way.
        if (notes.put(new Strike(onset, pitch), ended) != null) {
            findings.add(Finding.DOUBLED_NOTE);
        }
    }
}
