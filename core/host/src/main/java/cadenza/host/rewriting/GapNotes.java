package cadenza.host.rewriting;

import cadenza.api.document.Note;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Fits new notes of one track into bars between its old ones. In a track that is a single line a note that sounds into the
 * bars goes on, and new ones begin behind it; and if a note was tied over the end of the bars, so is the last new one. For
 * one thread.
 */
public final class GapNotes {
    private final BarGap gap;
    private final Track track;
    private final boolean line;

    /** @param track its index in the piece */
    public GapNotes(BarGap gap, int track) {
        this.gap = gap;
        this.track = gap.piece().tracks().get(track);
        line = isLine();
    }

    private boolean isLine() {
        List<Note> notes = track.notes();
        for (int i = 1; i < notes.size(); i++) {
            if (notes.get(i).tick() <= notes.get(i - 1).end() - gap.step()
                    || notes.get(i).tick() == notes.get(i - 1).tick()) {
                return false;
            }
        }
        return !track.percussion();
    }

    /**
     * Those that fit, by time; of a single line the top line. Where all are equally loud, as of a coding that does not
     * tell, each is as loud as the track's note that is nearest to it.
     *
     * @param notes that may lie anywhere; those that do not begin in the bars are dropped, the others end with the bars
     */
    public List<Note> of(List<Note> notes) {
        List<Note> fitting = new ArrayList<>();
        for (Note note : notes) {
            if (gap.holds(note) && note.tick() < gap.until()) {
                fitting.add(BarGap.until(note, gap.until()));
            }
        }
        fitting.sort(Comparator.comparingLong(Note::tick).thenComparingInt(Note::pitch));
        if (line) {
            fitting = tied(behindWhatSounds(topLine(fitting)));
        }
        boolean plain = notes.stream().mapToInt(Note::velocity).distinct().count() == 1;
        return plain ? fitting.stream().map(this::asLoudAsNear).toList() : fitting;
    }

    /** Of notes that begin together the highest, each until the next begins. @param notes by time, then pitch */
    private static List<Note> topLine(List<Note> notes) {
        List<Note> top = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            Note note = notes.get(i);
            boolean highest = i + 1 == notes.size() || notes.get(i + 1).tick() > note.tick();
            if (highest) {
                long end = i + 1 == notes.size()
                        ? note.end()
                        : Math.min(note.end(), notes.get(i + 1).tick());
                top.add(new Note(note.tick(), end - note.tick(), note.pitch(), note.velocity()));
            }
        }
        return top;
    }

    private List<Note> behindWhatSounds(List<Note> notes) {
        long sounds = track.notes().stream()
                .filter(gap::isBefore)
                .mapToLong(Note::end)
                .reduce(gap.from(), Math::max);
        // Less than half a step of it is legato.
        if (sounds - gap.from() <= gap.step() / 2) {
            return notes;
        }
        List<Note> behind = new ArrayList<>();
        for (Note note : notes) {
            long from = Math.max(note.tick(), sounds);
            if (from == note.tick()) {
                behind.add(note);
            } else if (note.end() - from >= gap.step()) {
                behind.add(new Note(from, note.end() - from, note.pitch(), note.velocity()));
            }
        }
        return behind;
    }

    private List<Note> tied(List<Note> notes) {
        long end =
                track.notes().stream().filter(gap::holds).mapToLong(Note::end).reduce(0, Math::max);
        long next = track.notes().stream()
                .filter(gap::isBehind)
                .mapToLong(Note::tick)
                .min()
                .orElse(Long.MAX_VALUE);
        long until = Math.min(end, next);
        int last = notes.size() - 1;
        if (last < 0 || notes.get(last).end() < gap.until() || until <= gap.until()) {
            return notes;
        }
        Note note = notes.get(last);
        notes.set(last, new Note(note.tick(), until - note.tick(), note.pitch(), note.velocity()));
        return notes;
    }

    private Note asLoudAsNear(Note note) {
        int velocity = track.notes().stream()
                .min(Comparator.comparingLong(other -> Math.abs(other.tick() - note.tick())))
                .map(Note::velocity)
                .orElse(note.velocity());
        return new Note(note.tick(), note.duration(), note.pitch(), velocity);
    }
}
