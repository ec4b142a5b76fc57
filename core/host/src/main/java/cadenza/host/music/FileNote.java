package cadenza.host.music;

import cadenza.host.music.TrackSpan.EventSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A note of a file track with the events that make it, which are known by their index in the track. Notes are paired just
 * as {@link NotePairing} pairs them. Mutable while a track is paired.
 */
final class FileNote {
    private static final int CHANNELS = 16;
    private static final int PITCHES = 128;

    private final int channel;
    private final int pitch;
    private final long tick;
    private final FileNote cut; // the one of its pitch that it ended; null for none
    private final List<Integer> ons = new ArrayList<>();
    private final List<Integer> surplus = new ArrayList<>();
    private boolean restruck;
    private int velocity;
    private long end;
    private int off = -1;

    private FileNote(int channel, int pitch, long tick, FileNote cut) {
        this.channel = channel;
        this.pitch = pitch;
        this.tick = tick;
        this.cut = cut;
        this.restruck = cut != null;
    }

    int channel() {
        return channel;
    }

    int pitch() {
        return pitch;
    }

    /** Of the file. */
    long tick() {
        return tick;
    }

    /** Of the file; its own tick where it has no length. */
    long end() {
        return end;
    }

    /** That of the loudest of its note-ons. */
    int velocity() {
        return velocity;
    }

    /** One or more: some files strike a note twice at one tick. */
    List<Integer> ons() {
        return ons;
    }

    /** The note-off that ends it; -1 where the next note of its pitch does, or the end of the track. */
    int off() {
        return off;
    }

    /** Note-offs without effect that are there because of this note: a file that strikes twice also releases twice. */
    List<Integer> surplus() {
        return surplus;
    }

    /** The notes of all channels of a track, in the order in which they begin. */
    static List<FileNote> of(TrackSpan track, byte[] bytes) {
        return new Pairing().of(track, bytes);
    }

    /** The pairing of a track. */
    private static final class Pairing {
        private final List<FileNote> notes = new ArrayList<>();
        private final FileNote[] sounding = new FileNote[CHANNELS * PITCHES];
        private final List<Deque<FileNote>> overlapped = new ArrayList<>(); // whose note-offs still have to come

        Pairing() {
            for (int i = 0; i < sounding.length; i++) {
                overlapped.add(null);
            }
        }

        List<FileNote> of(TrackSpan track, byte[] bytes) {
            for (int i = 0; i < track.events().size(); i++) {
                EventSpan event = track.events().get(i);
                if (event.isNote()) {
                    int velocity = event.second(bytes);
                    if ((event.status() & 0xF0) == FileEvent.NOTE_ON && velocity > 0) {
                        on(i, event, event.first(bytes), velocity);
                    } else {
                        off(i, event, event.first(bytes));
                    }
                }
            }
            for (FileNote note : sounding) {
                if (note != null) {
                    finish(note, track.end());
                }
            }
            return notes;
        }

        private void on(int index, EventSpan event, int pitch, int velocity) {
            int key = event.channel() * PITCHES + pitch;
            FileNote note = sounding[key];
            if (note != null && note.tick == event.tick()) {
                expectSurplus(key, note);
            } else {
                if (note != null) {
                    finish(note, event.tick());
                }
                note = new FileNote(event.channel(), pitch, event.tick(), note);
                notes.add(note);
                sounding[key] = note;
            }
            note.ons.add(index);
            note.velocity = Math.max(note.velocity, velocity);
        }

        private void off(int index, EventSpan event, int pitch) {
            int key = event.channel() * PITCHES + pitch;
            FileNote note = sounding[key];
            if (note != null && note.restruck && note.tick == event.tick()) {
                note.restruck = false;
                note.cut.off = index;
            } else if (note != null) {
                finish(note, event.tick());
                note.off = index;
            } else if (overlapped.get(key) != null && !overlapped.get(key).isEmpty()) {
                overlapped.get(key).removeFirst().surplus.add(index);
            }
        }

        private void finish(FileNote note, long tick) {
            int key = note.channel * PITCHES + note.pitch;
            sounding[key] = null;
            note.end = tick;
            if (note.restruck) {
                expectSurplus(key, note);
            }
        }

        private void expectSurplus(int key, FileNote note) {
            if (overlapped.get(key) == null) {
                overlapped.set(key, new ArrayDeque<>());
            }
            overlapped.get(key).addLast(note);
        }
    }
}
