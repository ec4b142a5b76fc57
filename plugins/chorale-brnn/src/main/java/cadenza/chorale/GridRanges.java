package cadenza.chorale;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.voices.VoiceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each voice may sing.
 *
 * @param lowest pitch of each voice, 0 to 127, highest voice first
 * @param highest pitch of each voice, no lower than its lowest
 */
record GridRanges(List<Long> lowest, List<Long> highest) {
    GridRanges {
        boolean sound = lowest.size() == highest.size();
        for (int voice = 0; sound && voice < lowest.size(); voice++) {
            sound = lowest.get(voice) >= 0 && lowest.get(voice) <= highest.get(voice) && highest.get(voice) <= 127;
        }
        if (!sound) {
            throw new UserException(
                    "the grid coding has voices from " + lowest + " to " + highest + ", which are no ranges in 0..127");
        }
    }

    /** Out of the settings of a model. @throws UserException if they are not complete */
    static GridRanges of(Settings settings) {
        return new GridRanges(settings.numbers("lowest"), settings.numbers("highest"));
    }

    /** What the voices of these pieces sing, all of so many voices. */
    static GridRanges of(List<VoiceLines> pieces, int voices) {
        List<Long> lowest = new ArrayList<>();
        List<Long> highest = new ArrayList<>();
        for (int voice = 0; voice < voices; voice++) {
            int v = voice;
            int[] pitches = pieces.stream()
                    .flatMapToInt(piece -> IntStream.of(piece.lines().get(v)))
                    .filter(pitch -> pitch >= 0)
                    .sorted()
                    .toArray();
            // A voice that never sings may sing all.
            lowest.add(pitches.length == 0 ? 0L : pitches[0]);
            highest.add(pitches.length == 0 ? 127L : pitches[pitches.length - 1]);
        }
        return new GridRanges(lowest, highest);
    }

    Settings addTo(Settings settings) {
        return settings.with("lowest", lowest).with("highest", highest);
    }

    int voices() {
        return lowest.size();
    }

    int lowest(int voice) {
        return lowest.get(voice).intValue();
    }

    int highest(int voice) {
        return highest.get(voice).intValue();
    }

    /** Number of pitches of a voice. */
    int size(int voice) {
        return highest(voice) - lowest(voice) + 1;
    }

    boolean holds(int voice, int pitch) {
        return pitch >= lowest(voice) && pitch <= highest(voice);
    }
}
