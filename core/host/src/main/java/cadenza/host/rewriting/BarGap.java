package cadenza.host.rewriting;

import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.music.Bars;
import java.util.ArrayList;
import java.util.List;

/**
 * Bars of a piece whose notes are exchanged for others. A note is in them if the step of the grid that its onset is
 * nearest to is. Immutable.
 *
 * @param from where the first begins, in ticks
 * @param until where the last ends
 * @param step of the grid, in ticks
 */
public record BarGap(Score piece, long from, long until, int step) {
    /** @throws cadenza.api.UserException if the piece has no such bars */
    public static BarGap of(Score piece, BarRange bars, int step) {
        return new BarGap(piece, bars.from(piece), bars.until(piece), step);
    }

    /** Whether a note begins in the bars. */
    public boolean holds(Note note) {
        return !isBefore(note) && !isBehind(note);
    }

    boolean isBefore(Note note) {
        return note.tick() + step / 2 < from;
    }

    boolean isBehind(Note note) {
        return note.tick() + step / 2 >= until;
    }

    /** Whether notes begin behind the bars. */
    public boolean followed() {
        return piece.tracks().stream().flatMap(track -> track.notes().stream()).anyMatch(this::isBehind);
    }

    /** How many full bars of the meter before the bars it takes to fill them. */
    public int bars() {
        List<MeterChange> meters = before().meters();
        int bar = meters.get(meters.size() - 1).meter().ticksPerBar();
        return Math.toIntExact((until - from + bar - 1) / bar);
    }

    /** The piece up to the bars, with all its tracks; notes that sound into them are cut. */
    public Score before() {
        List<Track> tracks = piece.tracks().stream()
                .map(track -> with(
                        track,
                        track.notes().stream()
                                .filter(this::isBefore)
                                .map(note -> until(note, from))
                                .toList()))
                .toList();
        List<MeterChange> meters = new ArrayList<>(piece.meters().stream()
                .filter(change -> change.tick() < Math.max(1, from))
                .toList());
        Score before = new Score(
                piece.title(),
                piece.tempos().stream()
                        .filter(change -> change.tick() < Math.max(1, from))
                        .toList(),
                meters,
                piece.key(),
                tracks,
                from);
        if (new Bars(before).lineBefore(from) == from) {
            return before;
        }
        // The bar before is cut short by a change of meter, without which it would go on into these.
        piece.meters().stream().filter(change -> change.tick() == from).forEach(meters::add);
        return new Score(before.title(), before.tempos(), meters, before.key(), tracks, from);
    }

    /** The piece with other notes in the bars. @param notes for each track; none are taken out but those in the bars */
    public Score filled(List<List<Note>> notes) {
        List<Track> tracks = new ArrayList<>();
        long end = piece.end();
        for (int i = 0; i < piece.tracks().size(); i++) {
            List<Note> all = new ArrayList<>(piece.tracks().get(i).notes());
            all.removeIf(this::holds);
            all.addAll(notes.get(i));
            tracks.add(with(piece.tracks().get(i), all));
            end = all.stream().mapToLong(Note::end).reduce(end, Math::max);
        }
        return new Score(piece.title(), piece.tempos(), piece.meters(), piece.key(), tracks, end);
    }

    private static Track with(Track track, List<Note> notes) {
        return new Track(track.name(), track.channel(), track.program(), notes);
    }

    static Note until(Note note, long end) {
        return note.end() <= end ? note : new Note(note.tick(), end - note.tick(), note.pitch(), note.velocity());
    }
}
