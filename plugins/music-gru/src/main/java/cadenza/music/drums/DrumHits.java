package cadenza.music.drums;

import cadenza.api.UnsuitableDocumentException;
import cadenza.api.document.Meter;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import cadenza.music.coding.BarLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The percussion of a score on the {@link DrumGrid}, in one meter and one tempo, from the bar of its first hit on.
 *
 * @param tempo in quarters a minute
 * @param hits by place, then pitch; no pitch twice at a place
 */
record DrumHits(Meter meter, double tempo, List<Hit> hits) {
    private static final int MOST_CELLS = 100_000;

    /** Tempos further apart than this are a change that would be missed. */
    private static final double TEMPO_TOLERANCE = 1.04;

    /**
     * A hit.
     *
     * @param place from the first bar line, 0 or more
     */
    record Hit(long place, int pitch, int velocity) {}

    DrumHits {
        hits = List.copyOf(hits);
    }

    /** The cell on whose beat the piece ends: the bar line after the cell of the last hit. */
    int endCell() {
        int bar = DrumGrid.cells(meter);
        return (DrumGrid.cell(hits.get(hits.size() - 1).place()) / bar + 1) * bar;
    }

    /** The hits of a score. @throws UnsuitableDocumentException with the reason, if this coding cannot hold it */
    static DrumHits of(Score score) throws UnsuitableDocumentException {
        List<Note> notes = percussion(score);
        // A first hit a little before its bar line belongs to it, and is moved onto it.
        BarLines bars = BarLines.of(score).from(notes.get(0).tick() + DrumGrid.CELL / 2);
        Meter meter = bars.single();
        int bar = DrumGrid.cells(meter);
        if (bar == 0) {
            throw new UnsuitableDocumentException("a bar of " + meter + " is no whole number of sixteenths");
        }
        double tempo = tempo(score);
        long barLine = bars.changes().get(0).tick();
        TreeMap<Long, TreeMap<Integer, Integer>> velocities = new TreeMap<>();
        for (Note note : notes) {
            long place = Math.max(0, DrumGrid.place(note.tick() - barLine));
            velocities
                    .computeIfAbsent(place, ignored -> new TreeMap<>())
                    .merge(note.pitch(), note.velocity(), Math::max);
        }
        if (velocities.lastKey() / DrumGrid.PLACES > MOST_CELLS) {
            throw new UnsuitableDocumentException("it is more than " + MOST_CELLS + " sixteenths long");
        }
        List<Hit> hits = new ArrayList<>();
        velocities.forEach(
                (place, here) -> here.forEach((pitch, velocity) -> hits.add(new Hit(place, pitch, velocity))));
        return new DrumHits(meter, tempo, hits);
    }

    private static List<Note> percussion(Score score) throws UnsuitableDocumentException {
        List<Note> notes = new ArrayList<>();
        for (Track track : score.tracks()) {
            if (!track.percussion() && !track.notes().isEmpty()) {
                throw new UnsuitableDocumentException("track '" + track.name() + "' on channel " + (track.channel() + 1)
                        + " is no percussion (channel 10), and this coding holds nothing else");
            }
            notes.addAll(track.notes());
        }
        if (notes.isEmpty()) {
            throw new UnsuitableDocumentException("it has no notes");
        }
        notes.sort(Comparator.comparingLong(Note::tick));
        return notes;
    }

    private static double tempo(Score score) throws UnsuitableDocumentException {
        double tempo = score.tempos().get(0).beatsPerMinute();
        for (TempoChange change : score.tempos()) {
            double ratio = change.beatsPerMinute() / tempo;
            if (change.tick() < score.end() && (ratio > TEMPO_TOLERANCE || ratio < 1 / TEMPO_TOLERANCE)) {
                throw new UnsuitableDocumentException("its tempo changes from " + tempo + " to "
                        + change.beatsPerMinute() + " at quarter " + change.tick() / Score.TICKS_PER_QUARTER);
            }
        }
        return tempo;
    }
}
