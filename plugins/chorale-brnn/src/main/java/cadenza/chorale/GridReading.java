package cadenza.chorale;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.chorale.GridToken.Begin;
import cadenza.chorale.GridToken.Key;
import cadenza.recurrent.MaskedSequence;
import java.util.Arrays;

/**
 * A piece some of whose tokens are masked, and what can be known of it: what each voice sounds where no masked token
 * leaves it open, and its nearest known pitches before and behind. What stands in a masked place is never looked at. For one
 * thread.
 */
final class GridReading implements MaskedSequence {
    /** Nothing sounds. */
    static final int SILENCE = -1;

    /** A masked token leaves open what sounds. */
    static final int OPEN = -2;

    private final GridTokens tokens;
    private final GridLayout layout;
    private final int[] sequence;
    private final boolean[] masked;
    private final GridInputs inputs;
    private final GridScores scores;
    private final int steps;
    private final int[][] sounding; // [voice][step]: a pitch, SILENCE or OPEN
    private final int[][] before; // [voice][step]: the last known pitch before the step, or SILENCE
    private final int[][] behind; // [voice][step]: the first known onset behind the step, or SILENCE
    private final int[][] onsetBehind; // [voice][step]: its step if nothing is masked in between, or the length

    GridReading(
            GridTokens tokens,
            GridLayout layout,
            int[] sequence,
            boolean[] masked,
            GridInputs inputs,
            GridScores scores) {
        this.tokens = tokens;
        this.layout = layout;
        this.sequence = sequence;
        this.masked = masked;
        this.inputs = inputs;
        this.scores = scores;
        steps = layout.steps(sequence.length);
        sounding = new int[layout.voices()][steps];
        before = new int[layout.voices()][steps];
        behind = new int[layout.voices()][steps];
        onsetBehind = new int[layout.voices()][steps];
        for (int voice = 0; voice < layout.voices(); voice++) {
            follow(voice);
            lookAhead(voice);
        }
    }

    private void follow(int voice) {
        int now = SILENCE;
        int known = SILENCE;
        for (int step = 0; step < steps; step++) {
            before[voice][step] = known;
            int cell = cell(step, voice);
            if (cell == OPEN) {
                now = OPEN;
            } else if (tokens.pitch(cell) != GridTokens.NO_PITCH) {
                now = tokens.pitch(cell);
            } else if (cell == tokens.rest()) {
                now = SILENCE;
            }
            sounding[voice][step] = now;
            known = now >= 0 ? now : known;
        }
    }

    private void lookAhead(int voice) {
        int next = SILENCE;
        int onset = steps;
        for (int step = steps - 1; step >= 0; step--) {
            behind[voice][step] = next;
            onsetBehind[voice][step] = onset;
            int cell = cell(step, voice);
            if (cell == OPEN) {
                onset = steps;
            } else if (tokens.pitch(cell) != GridTokens.NO_PITCH) {
                next = tokens.pitch(cell);
                onset = step;
            } else if (cell != tokens.hold()) {
                onset = steps;
            }
        }
    }

    /** The token of a voice at a step, or {@link #OPEN} where it is masked. A piece may break off within a step. */
    int cell(int step, int voice) {
        int place = layout.place(step, voice);
        return place >= sequence.length || masked[place] ? OPEN : sequence[place];
    }

    GridLayout layout() {
        return layout;
    }

    /** What a voice sounds at a step: a pitch, {@link #SILENCE} or {@link #OPEN}. Before the first step it is silent. */
    int sounding(int voice, int step) {
        return step < 0 ? SILENCE : sounding[voice][step];
    }

    /** The last pitch of a voice that is known before a step, or {@link #SILENCE}. */
    int before(int voice, int step) {
        return before[voice][step];
    }

    /** The first onset of a voice that is known behind a step, or {@link #SILENCE}. */
    int behind(int voice, int step) {
        return behind[voice][step];
    }

    /** The step of the next onset of a voice, if till there it only holds; else the number of steps. */
    int onsetBehind(int voice, int step) {
        return onsetBehind[voice][step];
    }

    /** The step in the bar, in its meter; null if it is masked or unknown. */
    Begin begin() {
        return head(GridLayout.BEGIN) instanceof Begin begin ? begin : null;
    }

    /** The key; null if it is masked or unknown. */
    KeySignature key() {
        return head(GridLayout.KEY) instanceof Key key ? key.signature() : null;
    }

    /** Where in the bar a step lies, in steps. */
    int positionInBar(Begin begin, int step) {
        Meter meter = begin.meter();
        return (begin.position() + step) % GridTokens.stepsPerBar(meter);
    }

    private GridToken head(int place) {
        return place >= sequence.length || masked[place] ? new GridToken.Unknown() : tokens.get(sequence[place]);
    }

    @Override
    public int steps() {
        return steps;
    }

    @Override
    public int place(int step, int which) {
        int place = layout.place(step, which);
        return place < sequence.length ? place : -1;
    }

    @Override
    public int step(int place) {
        return layout.isCell(place) ? layout.step(place) : -1;
    }

    @Override
    public void units(int step, int[] units) {
        Arrays.fill(units, -1);
        inputs.write(this, step, units);
    }

    @Override
    public void scores(int place, int[] indices) {
        scores.write(this, place, indices);
    }
}
