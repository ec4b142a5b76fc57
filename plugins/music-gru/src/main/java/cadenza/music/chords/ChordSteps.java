package cadenza.music.chords;

import cadenza.api.UnsuitableDocumentException;
import cadenza.api.document.Meter;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.music.coding.BarLines;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A score as the pitches that sound at each step of a grid, from its beginning to its end, silent steps included. Which
 * track a pitch is in, whether it is struck again and how loud it is are not told.
 *
 * @param meter of the whole piece
 * @param position step of the bar at which the piece begins; 0 is the bar line
 * @param steps the pitches of each step, ascending
 */
record ChordSteps(Meter meter, int position, List<int[]> steps) {
    /** The grids, widest first, in ticks: a quarter, an eighth, a sixteenth. */
    static final List<Integer> GRIDS =
            List.of(Score.TICKS_PER_QUARTER, Score.TICKS_PER_QUARTER / 2, Score.TICKS_PER_QUARTER / 4);

    private static final int MOST_STEPS = 100_000;

    /** This share of the onsets lies on a grid that holds a piece. */
    private static final double HELD_SHARE = 0.98;

    ChordSteps {
        steps = List.copyOf(steps);
    }

    /** The widest grid that holds the bars and the onsets of these scores, or the finest if none does. */
    static int grid(List<Score> scores) {
        return GRIDS.stream()
                .filter(grid -> fills(scores, grid) && holds(scores, grid))
                .findFirst()
                .orElse(GRIDS.get(GRIDS.size() - 1));
    }

    /** Whether every bar is a whole number of steps. */
    private static boolean fills(List<Score> scores, int grid) {
        return scores.stream()
                .flatMap(score -> score.meters().stream())
                .allMatch(change -> change.meter().ticksPerBar() % grid == 0);
    }

    private static boolean holds(List<Score> scores, int grid) {
        long notes = 0;
        long on = 0;
        for (Score score : scores) {
            for (Track track : pitched(score)) {
                notes += track.notes().size();
                on += track.notes().stream()
                        .filter(note -> Math.abs(note.tick() - step(note.tick(), grid) * grid) <= grid / 8)
                        .count();
            }
        }
        return on >= HELD_SHARE * notes;
    }

    /** Checks that the finest grid holds a score. @throws UnsuitableDocumentException with the reason, if it does not */
    static void check(Score score) throws UnsuitableDocumentException {
        int finest = GRIDS.get(GRIDS.size() - 1);
        of(score, finest);
        if (!holds(List.of(score), finest)) {
            throw new UnsuitableDocumentException(
                    "more than 2 % of its notes lie off the sixteenth grid (triplets, or played freely)");
        }
    }

    /** The steps of a score. @throws UnsuitableDocumentException with the reason, if it has none */
    static ChordSteps of(Score score, int grid) throws UnsuitableDocumentException {
        BarLines bars = BarLines.of(score).from(0);
        Meter meter = bars.single();
        if (meter.ticksPerBar() % grid != 0) {
            throw new UnsuitableDocumentException("a bar of " + meter + " is no whole number of steps of " + grid
                    + " ticks, of which a quarter has " + Score.TICKS_PER_QUARTER);
        }
        long length = step(score.end(), grid);
        for (Track track : pitched(score)) {
            for (Note note : track.notes()) {
                length = Math.max(length, end(note, grid));
            }
        }
        if (length > MOST_STEPS || length == 0) {
            throw new UnsuitableDocumentException(
                    "it is " + length + " steps long; this coding holds 1 to " + MOST_STEPS);
        }
        List<TreeSet<Integer>> steps = IntStream.range(0, (int) length)
                .mapToObj(step -> new TreeSet<Integer>())
                .toList();
        for (Track track : pitched(score)) {
            for (Note note : track.notes()) {
                for (long step = step(note.tick(), grid); step < end(note, grid); step++) {
                    steps.get((int) step).add(note.pitch());
                }
            }
        }
        List<int[]> pitches = new ArrayList<>();
        steps.forEach(
                step -> pitches.add(step.stream().mapToInt(Integer::intValue).toArray()));
        return new ChordSteps(meter, (int) (-bars.changes().get(0).tick() / grid), pitches);
    }

    private static List<Track> pitched(Score score) {
        return score.tracks().stream().filter(track -> !track.percussion()).toList();
    }

    private static long end(Note note, int grid) {
        return Math.max(step(note.tick(), grid) + 1, step(note.end(), grid));
    }

    private static long step(long tick, int grid) {
        return (tick + grid / 2) / grid;
    }
}
