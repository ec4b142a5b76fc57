package cadenza.music.tracks;

import cadenza.api.UnsuitableDocumentException;
import cadenza.api.document.Meter;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.music.coding.BarLines;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A score on the {@link TrackGrid}, from its first note on. Places count from the bar line of its first bar.
 *
 * @param kit the program of its percussion, where there is some
 * @param meters by the place of the bar line from which they hold, the first at 0
 * @param tempos quarters a minute by place, the first at {@link #begin}
 * @param notes by place, then part, then pitch
 * @param begin the place of the first note
 * @param end the bar line at which the last note has ended
 */
record TrackPiece(
        int kit, TreeMap<Long, Meter> meters, TreeMap<Long, Double> tempos, List<Struck> notes, long begin, long end) {
    private static final long MOST_PLACES = 24 * 25_000L;

    /**
     * A note.
     *
     * @param part the program, or {@link TrackParts#PERCUSSION}
     * @param duration index in {@link TrackGrid#DURATIONS}; 0 for percussion
     */
    record Struck(long place, int part, int pitch, int velocity, int duration) {}

    /** Puts a score on the grid. @throws UnsuitableDocumentException with the reason, if it does not fit there */
    static TrackPiece of(Score score) throws UnsuitableDocumentException {
        TrackParts parts = TrackParts.of(score);
        long first = score.tracks().stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::tick)
                .min()
                .orElseThrow(() -> new UnsuitableDocumentException("it has no notes"));
        // What is rounded to a bar line belongs to the bar after it.
        BarLines bars = BarLines.of(score).from(first + TrackGrid.TICKS / 2);
        long origin = bars.changes().get(0).tick();
        TreeMap<Long, Meter> meters = new TreeMap<>();
        for (BarLines.Change change : bars.changes()) {
            if (TrackGrid.places(change.meter()) == 0 || (change.tick() - origin) % TrackGrid.TICKS != 0) {
                throw new UnsuitableDocumentException("a bar of " + change.meter() + " at quarter "
                        + change.tick() / Score.TICKS_PER_QUARTER + " does not lie on the grid of 24 a quarter");
            }
            meters.put((change.tick() - origin) / TrackGrid.TICKS, change.meter());
        }
        List<Struck> notes = new TrackNotes(origin).of(parts);
        long begin = notes.get(0).place();
        long lastEnd = 0;
        for (Struck note : notes) {
            int places = note.part() == TrackParts.PERCUSSION ? 1 : TrackGrid.DURATIONS.get(note.duration());
            lastEnd = Math.max(lastEnd, note.place() + places);
        }
        if (lastEnd > MOST_PLACES) {
            throw new UnsuitableDocumentException("it is " + lastEnd / TrackGrid.QUARTER + " quarters long");
        }
        long end = (bars.barLineFrom(lastEnd * TrackGrid.TICKS + origin) - origin) / TrackGrid.TICKS;
        return new TrackPiece(parts.kit(), meters, tempos(score, origin, begin, end), notes, begin, end);
    }

    private static TreeMap<Long, Double> tempos(Score score, long origin, long begin, long end) {
        TreeMap<Long, Double> tempos = new TreeMap<>();
        for (TempoChange change : score.tempos()) {
            long place = Math.max(begin, TrackGrid.place(change.tick() - origin));
            if (place < end) {
                tempos.put(place, change.beatsPerMinute());
            }
        }
        return tempos;
    }

    /** The places at which something happens, ascending. */
    List<Long> moments() {
        List<Long> moments = new ArrayList<>();
        notes.forEach(note -> moments.add(note.place()));
        moments.addAll(tempos.keySet());
        moments.addAll(meters.tailMap(begin, false).headMap(end, false).keySet());
        return moments.stream().distinct().sorted().toList();
    }
}
