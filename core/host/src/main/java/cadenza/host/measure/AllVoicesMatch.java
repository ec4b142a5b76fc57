package cadenza.host.measure;

import cadenza.host.novelty.SequenceIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The longest stretch in which all voices of a piece do the same as those of one piece of the training music, in any
 * transposition, in quarters. Voices are compared in sixteenths from the first note on: what each sounds, counted from
 * the highest voice that sounded a sixteenth before. Pieces that are no voices match nothing.
 */
final class AllVoicesMatch {
    private static final int SIXTEENTHS_PER_QUARTER = 4;
    private static final int LATE = Piece.SIXTEENTH / 4;

    /** The pitch that others are counted from where nothing sounded before. */
    private static final int MIDDLE_C = 60;

    /** No interval: the voice is silent. */
    private static final int SILENT = 1000;

    private final SequenceIndex<List<Integer>> training;

    AllVoicesMatch(List<Piece> training) {
        this.training =
                new SequenceIndex<>(training.stream().map(AllVoicesMatch::steps).toList());
    }

    /** Of a piece, in quarters; 0 or more. */
    double longest(Piece piece) {
        return (double) training.longest(steps(piece)).length() / SIXTEENTHS_PER_QUARTER;
    }

    private static List<List<Integer>> steps(Piece piece) {
        List<List<Integer>> steps = new ArrayList<>();
        int[] before = null;
        for (int[] pitches : sixteenths(piece)) {
            if (before != null) {
                int reference = Arrays.stream(before)
                        .filter(pitch -> pitch != Voices.SILENT)
                        .findFirst()
                        .orElse(MIDDLE_C);
                steps.add(Arrays.stream(pitches)
                        .map(pitch -> pitch == Voices.SILENT ? SILENT : pitch - reference)
                        .boxed()
                        .toList());
            }
            before = pitches;
        }
        return steps;
    }

    /** What sounds in each sixteenth, looked at a little late, because notes may be. */
    private static List<int[]> sixteenths(Piece piece) {
        List<int[]> sixteenths = new ArrayList<>();
        List<Voices.Moment> moments = piece.voices().map(Voices::moments).orElse(List.of());
        for (Voices.Moment moment : moments) {
            long end = moment.tick() + moment.ticks();
            while (piece.from() + (long) sixteenths.size() * Piece.SIXTEENTH + LATE < end) {
                sixteenths.add(moment.pitches());
            }
        }
        return sixteenths;
    }
}
