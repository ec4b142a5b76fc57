package cadenza.music.tracks;

import cadenza.api.document.Note;
import cadenza.api.document.Track;
import cadenza.music.tracks.TrackPiece.Struck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts notes on the grid. Of the same pitch twice at a place of a part one note stays, the longest with the loudest
 * velocity; a note ends where its pitch begins anew.
 *
 * @param origin the tick of place 0
 */
record TrackNotes(long origin) {
    /** A note on the grid before its duration is rounded. */
    private record Held(int velocity, long end) {
        static Held longest(Held one, Held other) {
            return new Held(Math.max(one.velocity(), other.velocity()), Math.max(one.end(), other.end()));
        }
    }

    /** The notes of all parts by place, part and pitch. */
    List<Struck> of(TrackParts parts) {
        List<Struck> notes = new ArrayList<>();
        parts.tracks().forEach((part, tracks) -> addAll(notes, part, tracks));
        notes.sort(Comparator.comparingLong(Struck::place)
                .thenComparingInt(Struck::part)
                .thenComparingInt(Struck::pitch));
        return notes;
    }

    private void addAll(List<Struck> notes, int part, List<Track> tracks) {
        TreeMap<Integer, TreeMap<Long, Held>> pitches = new TreeMap<>();
        for (Track track : tracks) {
            for (Note note : track.notes()) {
                long end = Math.max(place(note.tick()) + 1, place(note.end()));
                pitches.computeIfAbsent(note.pitch(), ignored -> new TreeMap<>())
                        .merge(place(note.tick()), new Held(note.velocity(), end), Held::longest);
            }
        }
        pitches.forEach((pitch, held) -> held.forEach((place, note) -> {
            Long next = held.higherKey(place);
            long end = next == null ? note.end() : Math.min(next, note.end());
            int duration = part == TrackParts.PERCUSSION ? 0 : TrackGrid.duration(end - place);
            notes.add(new Struck(place, part, pitch, note.velocity(), duration));
        }));
    }

    private long place(long tick) {
        return TrackGrid.place(tick - origin);
    }
}
