package cadenza.music;

import cadenza.api.Corpus;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.List;

/** Drums that are learned in a moment. */
final class Grooves {
    private static final int EIGHTH = Score.TICKS_PER_QUARTER / 2;

    private Grooves() {}

    static Corpus corpus() {
        return new Corpus(
                List.of(groove("rock", "4/4", 8, 0), groove("waltz", "3/4", 6, 0), groove("laid back", "4/4", 8, 21)),
                List.of(groove("pushed", "4/4", 8, -18)));
    }

    /** Eight bars of bass drum, snare and hi-hat. @param eighths of a bar. @param late ticks by which the snare is late */
    private static Score groove(String title, String meter, int eighths, int late) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 8 * eighths; i++) {
            long tick = (long) i * EIGHTH;
            notes.add(new Note(tick, 30, 42, i % 2 == 0 ? 90 : 60));
            if (i % eighths == 0) {
                notes.add(new Note(tick, 30, 36, 110));
            } else if (i % 4 == 2) {
                notes.add(new Note(tick + late, 30, 38, 100));
            }
        }
        return AwkwardScores.score(title, meter, new Track("Drums", 9, 0, notes));
    }
}
