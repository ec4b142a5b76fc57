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

    /** Scores of one kind of event (a pitch that begins, one that is held) of one voice. */
    private record Block(int before, int behind, int interval, int degree, int fault) {
        static Block at(int first, int voices) {
            int behind = first + STEPS;
            int interval = behind + STEPS;
            int degree = interval + voices * PITCH_CLASSES;
            return new Block(first, behind, interval, degree, degree + DEGREES);
        }

        int end() {
            return fault + FAULTS;
        }
    }

    private final GridTokens tokens;
    private final GridRanges ranges;
    private final Block[] begun;
    private final Block[] held;
    private final int scores;

    GridScores(GridTokens tokens, GridRanges ranges) {
        this.tokens = tokens;
        this.ranges = ranges;
        int voices = ranges.voices();
        begun = new Block[voices];
        held = new Block[voices];
        int next = voices * tokens.size();
        for (int voice = 0; voice < voices; voice++) {
            begun[voice] = Block.at(next, voices);
            held[voice] = Block.at(begun[voice].end(), voices);
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
        GridLayout layout = reading.layout();
        int voice = layout.voice(place);
        boolean cell = layout.isCell(place);
        for (int id = 0; id < tokens.size(); id++) {
            int at = id * terms();
            if (cell && possible(reading, place, id)) {
                indices[at] = voice * tokens.size() + id;
                int end = writePitch(reading, layout.step(place), voice, id, indices, at + 1);
                if (end < at + terms()) {
                    indices[end] = SlotState.NONE;
                }
            } else {
                indices[at] = !cell && outside(place, layout, id) || id == Vocabulary.UNKNOWN ? id : SlotState.NONE;
                indices[at + 1] = SlotState.NONE;
            }
        }
    }

    private boolean possible(GridReading reading, int place, int id) {
        int voice = reading.layout().voice(place);
        return id == tokens.rest()
                || id == tokens.hold() && reading.layout().step(place) > 0
                || ranges.holds(voice, tokens.pitch(id));
    }

    private boolean outside(int place, GridLayout layout, int id) {
        if (place == GridLayout.BEGIN) {
            return tokens.get(id) instanceof Begin;
        }
        return place == GridLayout.KEY ? tokens.get(id) instanceof Key : id == tokens.step();
    }

    /** @return behind the last index that was written */
    private int writePitch(GridReading reading, int step, int voice, int id, int[] indices, int from) {
        boolean hold = id == tokens.hold();
        int pitch = hold ? reading.sounding(voice, step - 1) : tokens.pitch(id);
        int at = from;
        if (pitch < 0) {
            return at;
        }
        Block block = hold ? held[voice] : begun[voice];
        int before = reading.before(voice, step);
        if (!hold && before >= 0) {
            indices[at++] = block.before + step(pitch - before);
        }
        int behind = reading.behind(voice, step);
        if (behind >= 0) {
            indices[at++] = block.behind + step(behind - pitch);
        }
        for (int other = 0; other < ranges.voices(); other++) {
            int sounding = reading.sounding(other, step);
            if (other != voice && sounding >= 0) {
                indices[at++] = block.interval + other * PITCH_CLASSES + pitchClass(pitch - sounding);
            }
        }
        KeySignature key = reading.key();
        if (key != null) {
            indices[at++] = block.degree + (key.minor() ? PITCH_CLASSES : 0) + pitchClass(pitch - key.tonic());
        }
        indices[at++] = block.fault + faults(reading, step, voice, pitch, hold);
        return at;
    }

    private static int step(int semitones) {
        return Math.max(-WIDEST_STEP, Math.min(WIDEST_STEP, semitones)) + WIDEST_STEP;
    }

    /** The interval, -127 to 127, whatever the octave. Faster than floorMod, which divides. */
    private static int pitchClass(int interval) {
        return (interval + 11 * PITCH_CLASSES) % PITCH_CLASSES;
    }

    private int faults(GridReading reading, int step, int voice, int pitch, boolean hold) {
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
                parallelBefore |= !hold && parallel(own, pitch, reading.sounding(other, step - 1), now);
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
