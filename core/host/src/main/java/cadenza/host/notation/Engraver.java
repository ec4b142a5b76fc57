package cadenza.host.notation;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.notation.Notation.Bar;
import cadenza.host.notation.Notation.Head;
import cadenza.host.notation.Notation.Part;
import cadenza.host.notation.Notation.Symbol;
import cadenza.host.notation.VoiceLines.Chord;
import java.util.ArrayList;
import java.util.List;

/** Writes a score down; {@link Notation} says how. */
final class Engraver {
    private static final int SIXTEENTH = Score.TICKS_PER_QUARTER / 4;
    private static final KeySignature NO_ACCIDENTALS = new KeySignature(0, false);

    private final Score score;
    private final int grid;
    private final List<Bar> bars;

    Engraver(Score score) {
        this.score = score;
        int shortest = SIXTEENTH;
        while (!barsFit(shortest)) {
            shortest /= 2;
        }
        grid = shortest;
        bars = bars();
    }

    /** Whether all bar lines lie on a grid; on one of sixty-fourths they do, wherever the meter changes within a bar. */
    private boolean barsFit(int ticks) {
        return ticks == SIXTEENTH / 4
                || score.meters().stream().allMatch(change -> change.meter().ticksPerBar() % ticks == 0);
    }

    Notation notation() {
        int moved = 0;
        int lost = 0;
        List<Part> parts = new ArrayList<>();
        for (Track track : score.tracks()) {
            GridNotes notes = GridNotes.of(track.notes(), grid);
            moved += notes.moved();
            lost += notes.lost();
            List<Note> written = track.percussion()
                    ? GridNotes.untilNextStroke(notes.notes(), Score.TICKS_PER_QUARTER)
                    : notes.notes();
            parts.add(part(track, written, "Part " + (parts.size() + 1)));
        }
        return new Notation(
                score.title(), score.key().orElse(NO_ACCIDENTALS), score.tempos(), bars, parts, grid, moved, lost);
    }

    private List<Bar> bars() {
        List<Bar> all = new ArrayList<>();
        List<MeterChange> meters = score.meters();
        long end = Math.max(score.end(), 1);
        boolean pickup = beginsWithPickup(meters);
        long start = 0;
        for (int i = 0; i < meters.size() && start < end; i++) {
            boolean first = true;
            long until = i + 1 < meters.size()
                    ? Math.min(end, onGrid(meters.get(i + 1).tick()))
                    : end;
            while (start < until) {
                Meter meter = meters.get(pickup && i == 0 ? 1 : i).meter();
                long full = meters.get(i).meter().ticksPerBar();
                // A meter may change within a bar; after the last note the last bar is filled up.
                long length = i + 1 < meters.size() ? Math.min(full, until - start) : full;
                boolean shown = first && !(pickup && i == 1);
                all.add(new Bar(all.size() + (pickup ? 0 : 1), start, length, meter, shown));
                start += length;
                first = false;
            }
        }
        return all;
    }

    private long onGrid(long tick) {
        return GridNotes.nearest(tick, grid);
    }

    /** A first bar alone in its meter, shorter than those that follow, is how MIDI files write an upbeat. */
    private static boolean beginsWithPickup(List<MeterChange> meters) {
        if (meters.size() < 2) {
            return false;
        }
        int first = meters.get(0).meter().ticksPerBar();
        return meters.get(1).tick() == first && first < meters.get(1).meter().ticksPerBar();
    }

    private Part part(Track track, List<Note> notes, String unnamed) {
        List<List<List<Symbol>>> voices = new ArrayList<>();
        for (List<Chord> line : VoiceLines.of(notes)) {
            voices.add(symbols(line, voices.isEmpty()));
        }
        String name = track.name().isBlank() ? unnamed : track.name();
        Clef clef = track.percussion() ? Clef.PERCUSSION : Clef.of(notes);
        return new Part(name, track.channel(), track.program(), track.percussion(), clef, voices);
    }

    /** @param everywhere whether bars without a note are filled with rests */
    private List<List<Symbol>> symbols(List<Chord> line, boolean everywhere) {
        List<List<Symbol>> voice = new ArrayList<>();
        int next = 0;
        for (Bar bar : bars) {
            List<Symbol> symbols = new ArrayList<>();
            long now = bar.start();
            int chord = next;
            while (chord < line.size() && line.get(chord).start() < bar.end()) {
                Chord sounding = line.get(chord);
                long from = Math.max(sounding.start(), bar.start());
                long until = Math.min(sounding.end(), bar.end());
                add(symbols, bar, now, from, List.of(), sounding);
                add(symbols, bar, from, until, sounding.heads(), sounding);
                now = until;
                if (sounding.end() > bar.end()) {
                    break;
                }
                chord++;
            }
            next = chord;
            if (everywhere || !symbols.isEmpty()) {
                add(symbols, bar, now, bar.end(), List.of(), null);
            }
            voice.add(symbols);
        }
        return voice;
    }

    private static void add(List<Symbol> symbols, Bar bar, long from, long until, List<Head> heads, Chord of) {
        if (from == until) {
            return;
        }
        long at = from;
        for (NoteValue value : NoteValue.split(from - bar.start(), until - from, bar.meter())) {
            List<Head> tied = new ArrayList<>();
            for (Head head : heads) {
                tied.add(new Head(
                        head.pitch(),
                        head.velocity(),
                        head.tiedBack() || at > of.start(),
                        head.tiedOn() || at + value.ticks() < of.end()));
            }
            symbols.add(new Symbol(at, value, tied));
            at += value.ticks();
        }
    }
}
