package cadenza.host.corpus;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Makes a score of the pitches that sound at each step, a quarter: a pitch that goes on from step to step is one note.
 * Silent steps count, at the beginning and at the end too. For one piece, one thread.
 */
final class StepNotes {
    private static final int STEP = Score.TICKS_PER_QUARTER;
    private static final double TEMPO = 120;
    private static final int VELOCITY = 80;

    private final List<Note> notes = new ArrayList<>();
    private final long[] began = new long[128]; // of each pitch that sounds, as a step
    private BitSet before = new BitSet();
    private BitSet here = new BitSet();
    private long steps;

    /** A step begins. */
    void step() {
        finishThatBefore();
        steps++;
    }

    /** A pitch of 0..127 sounds at this step; twice is once. */
    void sound(int pitch) {
        here.set(pitch);
    }

    private void finishThatBefore() {
        for (int pitch = 0; pitch < began.length; pitch++) {
            if (here.get(pitch) && !before.get(pitch)) {
                began[pitch] = steps - 1;
            } else if (before.get(pitch) && !here.get(pitch)) {
                notes.add(new Note(began[pitch] * STEP, (steps - 1 - began[pitch]) * STEP, pitch, VELOCITY));
            }
        }
        before = here;
        here = new BitSet();
    }

    /** The piece, in 4/4 for want of a meter, on the piano. */
    Score score(String title) {
        step();
        step();
        long end = (steps - 2) * STEP;
        return new Score(
                title,
                List.of(new TempoChange(0, TEMPO)),
                List.of(new MeterChange(0, Meter.COMMON)),
                Optional.empty(),
                List.of(new Track("Chords", 0, 0, notes)),
                end);
    }
}
