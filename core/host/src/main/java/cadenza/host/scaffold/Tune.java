package cadenza.host.scaffold;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import cadenza.host.music.MidiWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A little music for a new plugin to learn from: "Brother John" (traditional). */
final class Tune {
    /** Pitch and quarters, in turn. */
    private static final double[] BROTHER_JOHN = {
        60, 1, 62, 1, 64, 1, 60, 1, 60, 1, 62, 1, 64, 1, 60, 1, //
        64, 1, 65, 1, 67, 2, 64, 1, 65, 1, 67, 2, //
        67, .5, 69, .5, 67, .5, 65, .5, 64, 1, 60, 1, 67, .5, 69, .5, 67, .5, 65, .5, 64, 1, 60, 1, //
        60, 1, 55, 1, 60, 2, 60, 1, 55, 1, 60, 2
    };

    private Tune() {}

    static byte[] midi() {
        List<Note> notes = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < BROTHER_JOHN.length; i += 2) {
            long ticks = (long) (BROTHER_JOHN[i + 1] * Score.TICKS_PER_QUARTER);
            notes.add(new Note(now, ticks, (int) BROTHER_JOHN[i], 80));
            now += ticks;
        }
        Score score = new Score(
                "Brother John",
                List.of(new TempoChange(0, 100)),
                List.of(new MeterChange(0, Meter.COMMON)),
                Optional.empty(),
                List.of(new Track("Melody", 0, 0, notes)),
                now);
        return new MidiWriter().write(score, Optional.empty());
    }
}
