package cadenza.music.chords;

import cadenza.api.Effect;
import cadenza.api.Vocabulary;
import cadenza.api.document.Meter;
import cadenza.music.chords.ChordToken.Begin;
import cadenza.music.chords.ChordToken.End;
import cadenza.music.chords.ChordToken.Repeat;
import cadenza.music.chords.ChordToken.Sounding;
import cadenza.music.chords.ChordToken.Step;
import cadenza.recurrent.ScoringState;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Where a sequence of the chords coding stands. Pitches ascend within a step, so that a chord can be written in one way
 * only; a repetition, and the end, stand where a step would begin.
 */
final class ChordsState implements ScoringState {
    private final ChordVocabulary vocabulary;
    private final ChordSlots slots;
    private final ChordScores scores;
    private BitSet before = new BitSet(); // pitches of the step before
    private BitSet here = new BitSet(); // pitches of this step so far
    private int last = NONE;
    private Meter meter;
    private int position;
    private int steps;
    private boolean ended;

    ChordsState(ChordVocabulary vocabulary, ChordSlots slots, ChordScores scores) {
        this.vocabulary = vocabulary;
        this.slots = slots;
        this.scores = scores;
    }

    @Override
    public void allowed(boolean[] allowed) {
        for (int id = 0; id < allowed.length; id++) {
            allowed[id] = allows(vocabulary.token(id));
        }
    }

    private boolean allows(ChordToken token) {
        if (ended) {
            return false;
        }
        if (meter == null) {
            return token instanceof Begin;
        }
        if (token instanceof Sounding note) {
            return note.pitch() >= here.length();
        }
        return token instanceof Step
                || steps > 0 && here.isEmpty() && (token instanceof Repeat || token instanceof End);
    }

    @Override
    public void scores(int[] indices) {
        for (int id = 0; id < vocabulary.size(); id++) {
            int at = id * ChordScores.TERMS;
            ChordToken token = vocabulary.token(id);
            if (id != Vocabulary.UNKNOWN && !allows(token)) {
                indices[at] = NONE;
            } else if (token instanceof Sounding note) {
                scores.write(id, note.pitch(), here, before, indices, at);
            } else {
                scores.write(id, indices, at);
            }
        }
    }

    @Override
    public Effect effect(int id) {
        ChordToken token = vocabulary.token(id);
        if (token instanceof Begin begin) {
            return new Effect.Begin(begin.meter(), begin.position() * vocabulary.grid());
        }
        if (token instanceof Sounding note) {
            return before.get(note.pitch())
                    ? new Effect.Prolong(0, note.pitch(), vocabulary.grid())
                    : new Effect.Sound(0, note.pitch(), vocabulary.grid());
        }
        if (token instanceof Step || token instanceof Repeat) {
            return new Effect.Advance(vocabulary.grid());
        }
        return token instanceof End ? new Effect.End() : new Effect.None();
    }

    @Override
    public void accept(int id) {
        ChordToken token = vocabulary.token(id);
        if (token instanceof Begin begin) {
            meter = begin.meter();
            position = begin.position();
        } else if (token instanceof Sounding note) {
            here.set(note.pitch());
        } else if (token instanceof Step) {
            before = here;
            here = new BitSet();
            step();
        } else if (token instanceof Repeat) {
            step();
        } else if (token instanceof End) {
            ended = true;
        }
        last = id;
    }

    private void step() {
        steps++;
        position = meter == null ? 0 : (position + 1) % vocabulary.steps(meter);
    }

    @Override
    public void units(int[] units) {
        Arrays.fill(units, NONE);
        slots.show(last, meter, position, here.length(), before, units);
    }
}
