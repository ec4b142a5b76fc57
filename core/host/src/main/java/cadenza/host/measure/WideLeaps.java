package cadenza.host.measure;

import cadenza.api.document.Note;
import cadenza.api.document.Track;
import java.util.List;

/**
 * The share of the steps from one note of a voice to its next that are wider than an octave; 0 to 1, over the steps of
 * all pieces together. No textbook of four-part writing allows such leaps.
 */
final class WideLeaps implements Measure {
    private static final int OCTAVE = 12;

    @Override
    public String name() {
        return "wideLeaps";
    }

    @Override
    public String label() {
        return "leaps over an octave";
    }

    @Override
    public boolean pooled() {
        return true;
    }

    @Override
    public Ratio of(Piece piece) {
        long wide = 0;
        long steps = 0;
        for (Track track : piece.voices().map(Voices::tracks).orElse(List.of())) {
            List<Note> notes = track.notes();
            for (int i = 1; i < notes.size(); i++) {
                steps++;
                wide += Math.abs(notes.get(i).pitch() - notes.get(i - 1).pitch()) > OCTAVE ? 1 : 0;
            }
        }
        return new Ratio(wide, steps);
    }
}
