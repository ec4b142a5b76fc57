package cadenza.music.voices;

import cadenza.api.Vocabulary;
import cadenza.recurrent.SlotState;

/**
 * The scores that add up to the logit of a note: one of its own; by its melodic interval from what its voice sounds; by
 * its interval, whatever the octave, to what each other voice sounds; by its degree of the scale; and by whether it makes
 * parallel fifths or octaves and whether it crosses another voice. So the network says once what a fifth above the bass
 * is worth, not for each pitch anew. Immutable.
 */
final class HarmonyScores {
    private static final int WIDEST_STEP = 16;
    private static final int STEPS = 2 * WIDEST_STEP + 2; // the last: nothing sounded
    private static final int PITCH_CLASSES = 12;
    private static final int INTERVALS = PITCH_CLASSES + 1; // the last: the other voice does not sound
    private static final int FAULTS = 4; // none, parallel, crossing, both

    private final VoiceTokens tokens;
    private final int voices;
    private final int firstStep;
    private final int firstInterval;
    private final int firstDegree;
    private final int firstFault;
    private final int scores;

    HarmonyScores(VoiceTokens tokens, int voices) {
        this.tokens = tokens;
        this.voices = voices;
        firstStep = tokens.size();
        firstInterval = firstStep + voices * STEPS;
        firstDegree = firstInterval + voices * (voices - 1) * INTERVALS;
        firstFault = firstDegree + voices * PITCH_CLASSES;
        scores = firstFault + voices * FAULTS;
    }

    /** Number of scores. */
    int scores() {
        return scores;
    }

    /** Its own, the step, an interval to each other voice, the degree and the faults. */
    int terms() {
        return voices + 3;
    }

    /** Writes the scores of each token, none where the grammar forbids it. */
    void write(VoicePosition position, int[] indices) {
        int terms = terms();
        boolean[] settable = VoiceGrammar.settable(position);
        for (int id = 0; id < tokens.size(); id++) {
            int at = id * terms;
            int voice = tokens.voice(id);
            if (voice != VoiceTokens.NO_VOICE && (settable[voice] || position.lost())) {
                indices[at] = id;
                writeNote(position, voice, tokens.pitch(id), indices, at + 1);
            } else {
                indices[at] = voice == VoiceTokens.NO_VOICE && possible(id, position) ? id : SlotState.NONE;
                indices[at + 1] = SlotState.NONE;
            }
        }
    }

    private boolean possible(int id, VoicePosition position) {
        return position.lost() || id == Vocabulary.UNKNOWN || VoiceGrammar.allows(tokens.get(id), position);
    }

    private void writeNote(VoicePosition position, int voice, int pitch, int[] indices, int from) {
        int at = from;
        indices[at++] = firstStep + voice * STEPS + step(position.sounding[voice], pitch);
        int other = voice * (voices - 1);
        for (int u = 0; u < voices; u++) {
            if (u != voice) {
                indices[at++] = firstInterval + other++ * INTERVALS + interval(position.sounding[u], pitch);
            }
        }
        int degree =
                position.key() == null ? 0 : pitchClass(pitch - position.key().tonic());
        indices[at++] = firstDegree + voice * PITCH_CLASSES + degree;
        indices[at] = firstFault + voice * FAULTS + faults(position, voice, pitch);
    }

    private static int step(int from, int pitch) {
        return from < 0 ? STEPS - 1 : Math.min(Math.max(pitch - from, -WIDEST_STEP), WIDEST_STEP) + WIDEST_STEP;
    }

    private static int interval(int other, int pitch) {
        return other < 0 ? INTERVALS - 1 : pitchClass(pitch - other);
    }

    /** The interval, -127 to 127, whatever the octave. Faster than floorMod, which divides. */
    private static int pitchClass(int interval) {
        return (interval + 11 * PITCH_CLASSES) % PITCH_CLASSES;
    }

    private int faults(VoicePosition position, int voice, int pitch) {
        boolean parallel = false;
        boolean crosses = false;
        for (int u = 0; u < voices; u++) {
            int other = position.sounding[u];
            if (u != voice && other >= 0) {
                crosses |= u < voice ? pitch > other : pitch < other;
                parallel |= u < voice && parallel(position, u, voice, pitch);
            }
        }
        return (parallel ? 1 : 0) + (crosses ? 2 : 0);
    }

    /** Whether both voices move, to the same fifth, octave or unison between them as before. */
    private static boolean parallel(VoicePosition position, int upper, int voice, int pitch) {
        int upperBefore = position.before[upper];
        int before = position.before[voice];
        int upperNow = position.sounding[upper];
        if (upperBefore < 0 || before < 0 || upperNow == upperBefore || pitch == before) {
            return false;
        }
        int interval = before - upperBefore;
        int size = Math.abs(interval) % PITCH_CLASSES;
        return (size == 0 || size == 7) && pitch - upperNow == interval;
    }
}
