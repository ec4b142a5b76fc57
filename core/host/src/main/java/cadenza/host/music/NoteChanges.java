package cadenza.host.music;

import cadenza.api.document.Note;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns changes of the notes of one file track into changes of its events. For one thread, once. */
final class NoteChanges {
    private final List<FileNote> notes;
    private final long trackEnd;
    private final FileTicks ticks;
    private final TrackChanges changes;
    private final Map<Strike, List<FileNote>> byStrike = new HashMap<>();
    private final Map<Key, List<Sounding>> sounding = new HashMap<>();
    private final BitSet ends = new BitSet(); // note-offs of notes that stay as they are
    private final List<NoteEdit> shortened = new ArrayList<>();
    private final List<NoteEdit> leftOut = new ArrayList<>();

    private record Key(int channel, int pitch) {}

    /** Where a note starts, in ticks of the score, in which two of the file may be one. */
    private record Strike(Key key, long tick) {}

    /** From a tick of the file until another. */
    private record Sounding(long from, long until) {}

    /**
     * @param notes of the track
     * @param trackEnd in ticks of the file
     * @param changes gets the changes
     */
    NoteChanges(List<FileNote> notes, long trackEnd, FileTicks ticks, TrackChanges changes) {
        this.notes = notes;
        this.trackEnd = trackEnd;
        this.ticks = ticks;
        this.changes = changes;
        for (FileNote note : notes) {
            byStrike.computeIfAbsent(new Strike(key(note), ticks.ofScore(note.tick())), any -> new ArrayList<>())
                    .add(note);
        }
    }

    List<NoteEdit> shortened() {
        return shortened;
    }

    List<NoteEdit> leftOut() {
        return leftOut;
    }

    /** @param edits of this track @throws IllegalArgumentException if a note to change is not there, or changed twice */
    void make(List<NoteEdit> edits) {
        Map<NoteEdit.Resize, FileNote> resized = new LinkedHashMap<>();
        Set<FileNote> goes = new HashSet<>();
        for (NoteEdit edit : edits) {
            if (edit instanceof NoteEdit.TakeOut out) {
                for (FileNote note : there(edit, out.note(), goes)) {
                    takeOut(note);
                }
            } else if (edit instanceof NoteEdit.Resize resize) {
                List<FileNote> found = there(edit, resize.note(), goes);
                // Of several that the score holds as one, it holds the last.
                FileNote last = found.get(found.size() - 1);
                found.stream().filter(note -> note != last).forEach(this::takeOut);
                resized.put(resize, last);
            }
        }
        for (FileNote note : notes) {
            if (!goes.contains(note)) {
                occupy(key(note), note.tick(), Math.max(note.tick() + 1, note.end()));
                if (note.off() >= 0) {
                    ends.set(note.off());
                }
            }
        }
        resized.forEach(this::resize);
        for (NoteEdit edit : edits) {
            if (edit instanceof NoteEdit.Put put) {
                put(put);
            }
        }
        endThoseThatStay(goes);
    }

    private List<FileNote> there(NoteEdit edit, Note note, Set<FileNote> goes) {
        List<FileNote> found =
                byStrike.getOrDefault(new Strike(new Key(edit.part().channel(), note.pitch()), note.tick()), List.of());
        if (found.isEmpty()) {
            throw new IllegalArgumentException("there is no note to change at tick " + note.tick() + ", pitch "
                    + note.pitch() + ", in " + edit.part());
        }
        if (!goes.addAll(found)) {
            throw new IllegalArgumentException("the note at tick " + note.tick() + ", pitch " + note.pitch() + ", in "
                    + edit.part() + " is changed twice");
        }
        return found;
    }

    private void takeOut(FileNote note) {
        note.ons().forEach(changes::takeOut);
        note.surplus().forEach(changes::takeOut);
        if (note.off() >= 0) {
            changes.takeOut(note.off());
        }
    }

    private void resize(NoteEdit.Resize edit, FileNote note) {
        boolean sameOnset = edit.from() == edit.note().tick();
        boolean sameEnd = edit.to() == edit.note().end();
        long from = sameOnset ? note.tick() : ticks.ofFile(edit.from());
        long to = Math.max(from + 1, sameEnd ? note.end() : ticks.ofFile(edit.to()));
        List<Sounding> free = free(key(note), from, to);
        takeOut(note);
        if (free.isEmpty()) {
            leftOut.add(edit);
            return;
        }
        Sounding place = free.get(0);
        if (place.until - place.from < to - from) {
            shortened.add(edit);
        }
        int begin = changes.firstAfter(place.from);
        if (place.from == note.tick()) {
            note.ons().forEach(changes::leave);
            begin = note.ons().get(note.ons().size() - 1) + 1;
        } else {
            changes.noteOn(place.from, note.channel(), note.pitch(), note.velocity());
        }
        sound(key(note), place, begin);
        if (note.off() < 0) {
            changes.noteOff(place.until, note.channel(), note.pitch());
        } else if (place.until == note.end()) {
            changes.leave(note.off());
        } else {
            changes.move(note.off(), place.until);
        }
    }

    private void put(NoteEdit.Put edit) {
        Note note = ticks.ofFile(edit.note());
        Key key = new Key(edit.part().channel(), note.pitch());
        List<Sounding> free = free(key, note.tick(), note.end());
        if (free.isEmpty()) {
            leftOut.add(edit);
            return;
        }
        Sounding place = free.get(0);
        if (place.until - place.from < note.duration()) {
            shortened.add(edit);
        }
        changes.noteOn(place.from, key.channel, key.pitch, note.velocity());
        changes.noteOff(place.until, key.channel, key.pitch);
        sound(key, place, changes.firstAfter(place.from));
    }

    /** @param begin index of the first event behind the note-on */
    private void sound(Key key, Sounding place, int begin) {
        // A note-off that had no effect where it stood would end the new note.
        changes.takeOutOffs(key.channel, key.pitch, begin, place.until, ends);
        occupy(key, place.from, place.until);
    }

    /**
     * The first stretch from a tick until another in which a pitch does not sound yet: none if it sounds all the time.
     */
    private List<Sounding> free(Key key, long from, long until) {
        long begin = from;
        long end = until;
        boolean moved = true;
        while (moved && begin < until) {
            moved = false;
            for (Sounding other : sounding.getOrDefault(key, List.of())) {
                if (other.from <= begin && begin < other.until) {
                    begin = other.until;
                    moved = true;
                }
            }
        }
        for (Sounding other : sounding.getOrDefault(key, List.of())) {
            if (other.from >= begin) {
                end = Math.min(end, other.from);
            }
        }
        return begin < end ? List.of(new Sounding(begin, end)) : List.of();
    }

    private void occupy(Key key, long from, long until) {
        sounding.computeIfAbsent(key, any -> new ArrayList<>()).add(new Sounding(from, until));
    }

    /** A note that the next of its pitch ended, or the end of the track, must end there without it. */
    private void endThoseThatStay(Set<FileNote> goes) {
        boolean later = changes.end() > trackEnd;
        for (FileNote note : notes) {
            boolean atTheEnd = later && note.end() == trackEnd;
            if (note.off() < 0 && !goes.contains(note) && (atTheEnd || changes.takenOut(cutter(note)))) {
                if (note.end() == note.tick()) {
                    // A note-off would stand before the note-on of its tick; velocity 0 stands behind, and ends it too.
                    changes.noteOn(note.end(), note.channel(), note.pitch(), 0);
                } else {
                    changes.noteOff(note.end(), note.channel(), note.pitch());
                }
            }
        }
    }

    /** The note-on that ends a note without a note-off of its own; -1 if the end of the track does. */
    private int cutter(FileNote note) {
        return byStrike.getOrDefault(new Strike(key(note), ticks.ofScore(note.end())), List.of()).stream()
                .filter(next -> next != note && next.tick() == note.end())
                .mapToInt(next -> next.ons().get(0))
                .findFirst()
                .orElse(-1);
    }

    private static Key key(FileNote note) {
        return new Key(note.channel(), note.pitch());
    }
}
