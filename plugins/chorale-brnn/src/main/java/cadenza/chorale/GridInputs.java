package cadenza.chorale;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.chorale.GridToken.Begin;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the network sees at a step: where in the bar it lies, how far the end is, each voice's token or that it is masked;
 * and, as far as it is known, what each voice sounds, the intervals between the voices, the key, and each voice's degree of
 * the scale. Each is a slot, one-hot in a range of its own. Immutable.
 */
final class GridInputs {
    private static final int STEPS_PER_BEAT = 4;
    private static final int MOST_BEATS_LEFT = 16;
    private static final int WIDEST_INTERVAL = 25;
    private static final int INTERVALS = 2 * WIDEST_INTERVAL + 1;
    private static final int PITCH_CLASSES = 12;
    private static final int KEYS = 2 * PITCH_CLASSES;

    // Of a voice's tokens: these, then its pitches.
    private static final int MASKED = 0;
    private static final int HOLD = 1;
    private static final int REST = 2;
    private static final int UNKNOWN = 3;
    private static final int FIRST_PITCH = 4;

    private final GridTokens tokens;
    private final GridRanges ranges;
    private final Map<Meter, Integer> firstPosition = new LinkedHashMap<>();
    private final int firstBeatLeft;
    private final int[] firstCell;
    private final int[] firstSounding;
    private final int firstInterval;
    private final int firstKey;
    private final int firstDegree;
    private final int inputs;

    GridInputs(GridTokens tokens, GridRanges ranges) {
        this.tokens = tokens;
        this.ranges = ranges;
        int voices = ranges.voices();
        int unit = 0;
        for (Meter meter : tokens.meters()) {
            firstPosition.put(meter, unit);
            unit += GridTokens.stepsPerBar(meter);
        }
        firstBeatLeft = unit;
        unit += MOST_BEATS_LEFT + 1;
        firstCell = new int[voices];
        firstSounding = new int[voices];
        for (int voice = 0; voice < voices; voice++) {
            firstCell[voice] = unit;
            firstSounding[voice] = unit + FIRST_PITCH + ranges.size(voice);
            unit = firstSounding[voice] + 1 + ranges.size(voice);
        }
        firstInterval = unit;
        firstKey = firstInterval + pairs() * INTERVALS;
        firstDegree = firstKey + KEYS;
        inputs = firstDegree + voices * KEYS;
    }

    private int pairs() {
        return ranges.voices() * (ranges.voices() - 1) / 2;
    }

    /** Number of units. */
    int inputs() {
        return inputs;
    }

    int slots() {
        return certainSlots() + 2 * ranges.voices() + pairs() + 1;
    }

    /** Those that say where the step stands and what is masked. */
    int certainSlots() {
        return 2 + ranges.voices();
    }

    /** @param units all none, overwritten where something is known */
    void write(GridReading reading, int step, int[] units) {
        int voices = ranges.voices();
        int slot = 0;
        Begin begin = reading.begin();
        if (begin != null) {
            units[slot] = firstPosition.get(begin.meter()) + reading.positionInBar(begin, step);
        }
        slot++;
        units[slot++] = firstBeatLeft + Math.min(MOST_BEATS_LEFT, (reading.steps() - 1 - step) / STEPS_PER_BEAT);
        for (int voice = 0; voice < voices; voice++) {
            units[slot++] = firstCell[voice] + cell(reading.cell(step, voice), voice);
        }
        for (int voice = 0; voice < voices; voice++) {
            int pitch = reading.sounding(voice, step);
            if (pitch == GridReading.SILENCE || ranges.holds(voice, pitch)) {
                units[slot] = firstSounding[voice] + (pitch < 0 ? 0 : 1 + pitch - ranges.lowest(voice));
            }
            slot++;
        }
        int pair = 0;
        for (int upper = 0; upper < voices; upper++) {
            for (int lower = upper + 1; lower < voices; lower++) {
                int high = reading.sounding(upper, step);
                int low = reading.sounding(lower, step);
                if (high >= 0 && low >= 0) {
                    int interval = Math.max(-WIDEST_INTERVAL, Math.min(WIDEST_INTERVAL, high - low));
                    units[slot] = firstInterval + pair * INTERVALS + interval + WIDEST_INTERVAL;
                }
                slot++;
                pair++;
            }
        }
        KeySignature key = reading.key();
        if (key == null) {
            return;
        }
        int mode = key.minor() ? PITCH_CLASSES : 0;
        units[slot++] = firstKey + mode + key.tonic();
        for (int voice = 0; voice < voices; voice++) {
            int pitch = reading.sounding(voice, step);
            if (pitch >= 0) {
                units[slot] = firstDegree + voice * KEYS + mode + Math.floorMod(pitch - key.tonic(), PITCH_CLASSES);
            }
            slot++;
        }
    }

    private int cell(int token, int voice) {
        if (token == GridReading.OPEN) {
            return MASKED;
        }
        if (token == tokens.hold()) {
            return HOLD;
        }
        if (token == tokens.rest()) {
            return REST;
        }
        int pitch = tokens.pitch(token);
        return ranges.holds(voice, pitch) ? FIRST_PITCH + pitch - ranges.lowest(voice) : UNKNOWN;
    }
}
