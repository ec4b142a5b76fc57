package cadenza.host.sound;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scores for the tests of this package. */
final class Tunes {
    static final int CHANNEL = 2;

    private Tunes() {}

    /** Whole bars of 4/4 of one program, as many as its notes need. */
    static Score of(double beatsPerMinute, int program, Note... notes) {
        long last = List.of(notes).stream().mapToLong(Note::end).max().orElse(1);
        int bar = Meter.COMMON.ticksPerBar();
        return new Score(
                "tune",
                List.of(new TempoChange(0, beatsPerMinute)),
                List.of(new MeterChange(0, Meter.COMMON)),
                Optional.empty(),
                List.of(new Track("Tune", CHANNEL, program, List.of(notes))),
                (last + bar - 1) / bar * bar);
    }

    /** A bar of quarters in a fifth of a second. */
    static Score quick() {
        return of(
                1000,
                0,
                new Note(0, 480, 60, 80),
                new Note(480, 480, 62, 80),
                new Note(960, 480, 64, 80),
                new Note(1440, 480, 64, 80));
    }

    /** A note a bar, each as long as its bar, at 60 quarters a minute. */
    static Score bars(int bars) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < bars; i++) {
            notes.add(new Note(1920L * i, 1920, 60 + i, 80));
        }
        return of(60, 0, notes.toArray(Note[]::new));
    }
}
