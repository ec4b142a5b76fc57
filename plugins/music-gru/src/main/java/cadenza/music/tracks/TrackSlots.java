package cadenza.music.tracks;

import cadenza.api.document.Meter;
import cadenza.music.coding.VelocityBins;
import cadenza.recurrent.SlotState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where each input slot of the tracks coding begins: the last token; the quarter in the bar of that meter; the place in
 * the quarter; the part that plays, its velocity and duration, and the pitch it played last; and for each pitch
 * class whether it sounds in any pitched part.
 */
final class TrackSlots {
    private static final int PARTS = TrackParts.PERCUSSION + 1;
    private static final int PITCHES = 128;
    private static final int VELOCITIES = VelocityBins.COUNT;
    private static final int PITCH_CLASSES = 12;
    private static final int BEFORE_THE_PITCH_CLASSES = 7;

    /** Slots that a training always shows: the token, the time and the part. */
    static final int CERTAIN = 4;

    /** Number of slots. */
    static final int COUNT = BEFORE_THE_PITCH_CLASSES + PITCH_CLASSES;

    private final TrackVocabulary vocabulary;
    private final List<Integer> firstOfMeter = new ArrayList<>();
    private final int firstPlace;
    private final int firstPart;
    private final int firstVelocity;
    private final int firstDuration;
    private final int firstPitch;
    private final int firstPitchClass;

    TrackSlots(TrackVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        int unit = vocabulary.size();
        for (Meter meter : vocabulary.meters()) {
            firstOfMeter.add(unit);
            unit += (TrackGrid.places(meter) + TrackGrid.QUARTER - 1) / TrackGrid.QUARTER;
        }
        firstPlace = unit;
        firstPart = firstPlace + TrackGrid.QUARTER;
        firstVelocity = firstPart + PARTS;
        firstDuration = firstVelocity + VELOCITIES;
        firstPitch = firstDuration + TrackGrid.DURATIONS.size();
        firstPitchClass = firstPitch + PITCHES;
    }

    int inputs() {
        return firstPitchClass + PITCH_CLASSES;
    }

    /** Where in the bar: overwrites all units, then sets those of time. @param last token, or {@link SlotState#NONE} */
    void showTime(int last, Meter meter, int place, int[] units) {
        Arrays.fill(units, SlotState.NONE);
        units[0] = last;
        if (meter != null) {
            units[1] = firstOfMeter.get(vocabulary.meters().indexOf(meter)) + place / TrackGrid.QUARTER;
            units[2] = firstPlace + place % TrackGrid.QUARTER;
        }
    }

    /** The part that plays. All but itself may be {@link SlotState#NONE}. @param duration its index */
    void showPart(int part, int velocity, int duration, int pitch, int[] units) {
        units[3] = firstPart + part;
        units[4] = unit(firstVelocity, velocity);
        units[5] = unit(firstDuration, duration);
        units[6] = unit(firstPitch, pitch);
    }

    private static int unit(int first, int value) {
        return value == SlotState.NONE ? SlotState.NONE : first + value;
    }

    /** The pitch classes that sound. @param ends for each, the place up to which it sounds */
    void showSounding(long[] ends, long now, int[] units) {
        for (int pitchClass = 0; pitchClass < PITCH_CLASSES; pitchClass++) {
            if (ends[pitchClass] > now) {
                units[BEFORE_THE_PITCH_CLASSES + pitchClass] = firstPitchClass + pitchClass;
            }
        }
    }
}
