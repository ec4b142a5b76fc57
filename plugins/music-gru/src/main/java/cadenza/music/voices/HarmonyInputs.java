package cadenza.music.voices;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.voices.VoiceLines;
import cadenza.recurrent.SlotState;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a network of the voices coding sees: the last token, the position in the bar, what each voice sounds, the
 * intervals between the voices now and before the moment at hand, the key, each voice's degree of the scale, and how far
 * the end is. Each is a slot, one-hot in a range of its own. Immutable.
 */
final class HarmonyInputs {
    private static final int WIDEST_INTERVAL = 25;
    private static final int INTERVALS = 2 * WIDEST_INTERVAL + 2; // the last: one of the two does not sound
    private static final int NO_INTERVAL = INTERVALS - 1;
    private static final int PITCH_CLASSES = 12;
    private static final int DEGREES = PITCH_CLASSES + 1; // the last: the voice does not sound
    private static final int MOST_BEATS_LEFT = 64;
    private static final int MOST_BARS_LEFT = 32;
    private static final int STEPS_PER_BEAT = 4;

    private final int voices;
    private final int lowest;
    private final int pitches;
    private final Map<Meter, Integer> firstPosition = new LinkedHashMap<>();
    private final int firstSounding;
    private final int firstNow;
    private final int firstBefore;
    private final int firstKey;
    private final int firstDegree;
    private final int firstBeatsLeft;
    private final int firstBarsLeft;
    private final int inputs;

    HarmonyInputs(VoiceTokens tokens, int voices) {
        this.voices = voices;
        lowest = tokens.lowestPitch();
        pitches = tokens.highestPitch() - lowest + 1;
        int unit = tokens.size();
        for (Meter meter : tokens.meters()) {
            firstPosition.put(meter, unit);
            unit += VoicePosition.stepsPerBar(meter);
        }
        firstSounding = unit;
        firstNow = firstSounding + voices * soundings();
        firstBefore = firstNow + pairs() * INTERVALS;
        firstKey = firstBefore + pairs() * INTERVALS;
        firstDegree = firstKey + 2 * PITCH_CLASSES;
        firstBeatsLeft = firstDegree + voices * 2 * DEGREES;
        firstBarsLeft = firstBeatsLeft + MOST_BEATS_LEFT + 1;
        inputs = firstBarsLeft + MOST_BARS_LEFT + 1;
    }

    /** Every pitch, a rest, and not set yet. */
    private int soundings() {
        return pitches + 2;
    }

    private int pairs() {
        return voices * (voices - 1) / 2;
    }

    /** Number of units. */
    int inputs() {
        return inputs;
    }

    /** The last token and the position in the bar say where the sequence stands. */
    static int certainSlots() {
        return 2;
    }

    int slots() {
        return certainSlots() + voices + 2 * pairs() + 1 + voices + 2;
    }

    /** Writes the unit of each slot. @param last the last token, or {@link SlotState#NONE} */
    void write(VoicePosition position, int last, int[] units) {
        int slot = 0;
        units[slot++] = last;
        Meter meter = position.meter();
        units[slot++] = firstPosition.containsKey(meter) ? firstPosition.get(meter) + position.inBar() : SlotState.NONE;
        for (int voice = 0; voice < voices; voice++) {
            units[slot++] = firstSounding + voice * soundings() + sounding(position.sounding[voice]);
        }
        slot = writeIntervals(position.sounding, firstNow, units, slot);
        slot = writeIntervals(position.before, firstBefore, units, slot);
        KeySignature key = position.key();
        units[slot++] = key == null ? SlotState.NONE : firstKey + mode(key) * PITCH_CLASSES + key.tonic();
        for (int voice = 0; voice < voices; voice++) {
            units[slot++] = key == null ? SlotState.NONE : degreeUnit(voice, key, position.sounding[voice]);
        }
        units[slot++] = position.announced() ? firstBeatsLeft + beatsLeft(position) : SlotState.NONE;
        units[slot] = position.announced() ? firstBarsLeft + barsLeft(position) : SlotState.NONE;
    }

    private int sounding(int pitch) {
        if (pitch == VoiceLines.REST) {
            return pitches;
        }
        // An unknown pitch, in a document that is measured, counts as the nearest.
        return pitch < 0 ? pitches + 1 : Math.min(Math.max(pitch - lowest, 0), pitches - 1);
    }

    private int writeIntervals(int[] sounds, int first, int[] units, int slot) {
        int next = slot;
        int pair = 0;
        for (int upper = 0; upper < voices; upper++) {
            for (int lower = upper + 1; lower < voices; lower++) {
                units[next++] = first + pair++ * INTERVALS + interval(sounds[upper], sounds[lower]);
            }
        }
        return next;
    }

    private static int interval(int upper, int lower) {
        if (upper < 0 || lower < 0) {
            return NO_INTERVAL;
        }
        return Math.min(Math.max(upper - lower, -WIDEST_INTERVAL), WIDEST_INTERVAL) + WIDEST_INTERVAL;
    }

    private static int mode(KeySignature key) {
        return key.minor() ? 1 : 0;
    }

    private int degreeUnit(int voice, KeySignature key, int pitch) {
        int degree = pitch < 0 ? DEGREES - 1 : Math.floorMod(pitch - key.tonic(), PITCH_CLASSES);
        return firstDegree + (voice * 2 + mode(key)) * DEGREES + degree;
    }

    private static int beatsLeft(VoicePosition position) {
        return atMost(position.stepsLeft(), STEPS_PER_BEAT, MOST_BEATS_LEFT);
    }

    private static int barsLeft(VoicePosition position) {
        return atMost(position.stepsLeft(), position.stepsPerBar(), MOST_BARS_LEFT);
    }

    /** Rounded up, so that 0 is only the end. */
    private static int atMost(int steps, int unit, int most) {
        return steps >= unit * most ? most : (steps + unit - 1) / unit;
    }
}
