package cadenza.chorale;

import cadenza.api.Vocabulary;
import cadenza.api.document.KeySignature;
import cadenza.chorale.GridToken.Begin;
import cadenza.chorale.GridToken.Key;
import cadenza.recurrent.SlotState;

/**
 * Which scores of the network add up to the logit of each token at a place: its own in its voice; for a pitch, also that of
 * its step from the nearest known pitch before and to that behind, of its interval to what each other voice sounds,
 * whatever the octave, of its degree in the key, and of "makes parallels before, behind, and crosses". A {@code HOLD} is
 * scored as the pitch that it holds, by scores of its own. Immutable.
 */
final class GridScores {
    private static final int WIDEST_STEP = 16;
    private static final int STEPS = 2 * WIDEST_STEP + 1;
    private static final int PITCH_CLASSES = 12;
    private static final int DEGREES = 2 * PITCH_CLASSES;
    private static final int FAULTS = 8;

    // Of a voice's own scores: these, then its pitches.
    private static final int UNKNOWN = 0;
    private static final int REST = 1;
    private static final int HOLD = 2;
    private static final int FIRST_PITCH = 3;

    /** What stands outside the voices has no network to say which: all that may stand there is equally likely. */
    private static final int OUTSIDE = 0;

    private final GridTokens tokens;
    private final GridRanges ranges;
    private final int[] own;
    private final Block[] begun;
    private final Block[] held;
    private final int scores;

    /** Where the scores of one kind of event (a pitch that begins, one that is held) of one voice begin. */
    private record Block(int before, int behind, int interval, int degree, int fault) {
        static Block at(int first, int steps, int voices) {
            int behind = first + steps;
            int interval = behind + STEPS;
            int degree = interval + (voices - 1) * PITCH_CLASSES;
            return new Block(first, behind, interval, degree, degree + DEGREES);
        }

        int end() {
            return fault + FAULTS;
        }
    }

    GridScores(GridTokens tokens, GridRanges ranges) {
        this.tokens = tokens;
        this.ranges = ranges;
        int voices = ranges.voices();
        own = new int[voices];
        begun = new Block[voices];
        held = new Block[voices];
        int next = OUTSIDE + 1;
        for (int voice = 0; voice < voices; voice++) {
            own[voice] = next;
            begun[voice] = Block.at(next + FIRST_PITCH + ranges.size(voice), STEPS, voices);
            held[voice] = Block.at(begun[voice].end(), 0, voices);
            next = held[voice].end();
        }
        scores = next;
    }

    /** Number of scores. */
    int scores() {
        return scores;
    }

    /** Its own, two steps, an interval to each other voice, the degree and the faults. */
    int terms() {
        return ranges.voices() + 4;
    }

    /** Writes the scores of each token, none where the grammar forbids it. */
    void write(GridReading reading, int place, int[] indices) {
        for (int id = 0; id < tokens.size(); id++) {
            int at = id * terms();
            int end = at;
            if (reading.layout().isCell(place)) {
                end = writeCell(
                        reading, reading.layout().step(place), reading.layout().voice(place), id, indices, at);
            } else if (outside(reading.layout(), place, id)) {
                indices[end++] = OUTSIDE;
            }
            if (end < at + terms()) {
                indices[end] = SlotState.NONE;
            }
        }
    }

    private boolean outside(GridLayout layout, int place, int id) {
        if (id == Vocabulary.UNKNOWN) {
            return true;
        }
        if (place == GridLayout.BEGIN) {
            return tokens.get(id) instanceof Begin;
        }
        return place == GridLayout.KEY ? tokens.get(id) instanceof Key : id == tokens.step();
    }

    /** @return behind the last index that was written: {@code from} for a token that may not stand there */
    private int writeCell(GridReading reading, int step, int voice, int id, int[] indices, int from) {
        int pitch = tokens.pitch(id);
        if (ranges.holds(voice, pitch)) {
            indices[from] = own[voice] + FIRST_PITCH + pitch - ranges.lowest(voice);
            return writePitch(reading, step, voice, pitch, false, indices, from + 1);
        }
        if (id == tokens.hold() && step > 0) {
            indices[from] = own[voice] + HOLD;
            int held = reading.sounding(voice, step - 1);
            return held < 0 ? from + 1 : writePitch(reading, step, voice, held, true, indices, from + 1);
        }
        if (id == tokens.rest() || id == Vocabulary.UNKNOWN) {
            indices[from] = own[voice] + (id == tokens.rest() ? REST : UNKNOWN);
            return from + 1;
        }
        return from;
    }

    /** @param held whether the pitch goes on, not begins @return behind the last index that was written */
    private int writePitch(GridReading reading, int step, int voice, int pitch, boolean held, int[] indices, int from) {
        Block block = held ? this.held[voice] : begun[voice];
        int at = from;
        int before = reading.before(voice, step);
        if (!held && before >= 0) {
            indices[at++] = block.before + step(pitch - before);
        }
        int behind = reading.behind(voice, step);
        if (behind >= 0) {
            indices[at++] = block.behind + step(behind - pitch);
        }
        for (int other = 0; other < ranges.voices(); other++) {
            int sounding = reading.sounding(other, step);
            if (other != voice && sounding >= 0) {
                indices[at++] = block.interval
                        + (other < voice ? other : other - 1) * PITCH_CLASSES
                        + pitchClass(pitch - sounding);
            }
        }
        KeySignature key = reading.key();
        if (key != null) {
            indices[at++] = block.degree + (key.minor() ? PITCH_CLASSES : 0) + pitchClass(pitch - key.tonic());
        }
        indices[at++] = block.fault + faults(reading, step, voice, pitch, held);
        return at;
    }

    private static int step(int semitones) {
        return Math.max(-WIDEST_STEP, Math.min(WIDEST_STEP, semitones)) + WIDEST_STEP;
    }

    /** The interval, -127 to 127, whatever the octave. Faster than floorMod, which divides. */
    private static int pitchClass(int interval) {
        return (interval + 11 * PITCH_CLASSES) % PITCH_CLASSES;
    }

    private int faults(GridReading reading, int step, int voice, int pitch, boolean held) {
        boolean parallelBefore = false;
        boolean parallelBehind = false;
        boolean crosses = false;
        int own = reading.sounding(voice, step - 1);
        int onset = reading.onsetBehind(voice, step);
        int next = onset < reading.steps() ? reading.sounding(voice, onset) : GridReading.OPEN;
        for (int other = 0; other < ranges.voices(); other++) {
            int now = reading.sounding(other, step);
            if (other != voice && now >= 0) {
                crosses |= other < voice ? pitch > now : pitch < now;
                parallelBefore |= !held && parallel(own, pitch, reading.sounding(other, step - 1), now);
            }
            if (other != voice && next >= 0) {
                parallelBehind |=
                        parallel(pitch, next, reading.sounding(other, onset - 1), reading.sounding(other, onset));
            }
        }
        return (parallelBefore ? 1 : 0) + (parallelBehind ? 2 : 0) + (crosses ? 4 : 0);
    }

    /** Whether two voices both move, to the same fifth, octave or unison between them as before. */
    private static boolean parallel(int from, int to, int otherFrom, int otherTo) {
        if (from < 0 || to < 0 || otherFrom < 0 || otherTo < 0 || from == to || otherFrom == otherTo) {
            return false;
        }
        int size = Math.abs(from - otherFrom) % PITCH_CLASSES;
        return (size == 0 || size == 7) && from - otherFrom == to - otherTo;
    }
}
