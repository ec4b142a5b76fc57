package cadenza.host.measure;

import java.util.List;

/**
 * The share of the moves in which two voices go on in parallel perfect fifths, octaves or unisons; 0 to 1, over the
 * moves of all pieces together.
 *
 * <p>A move is a moment at which two voices or more change, to another pitch, to silence or from it. It is a parallel
 * one if two of the voices that change have, before and after, the same interval, and that is a unison, a fifth, or
 * either with octaves between; compounds of one another (a fifth, then a twelfth) do not count. Only pitches that change
 * at the same moment are compared, not those on successive beats, which would find the parallels that hide behind
 * ornaments as well. The rule is that of any counterpoint textbook since J. J. Fux, <em>Gradus ad Parnassum</em>
 * (1725).
 */
final class ParallelMoves implements Measure {
    @Override
    public String name() {
        return "parallelMoves";
    }

    @Override
    public String label() {
        return "moves in parallel fifths or octaves";
    }

    @Override
    public boolean pooled() {
        return true;
    }

    @Override
    public Ratio of(Piece piece) {
        List<Voices.Moment> moments = piece.voices().map(Voices::moments).orElse(List.of());
        int moves = 0;
        int parallel = 0;
        for (int i = 1; i < moments.size(); i++) {
            int[] before = moments.get(i - 1).pitches();
            int[] after = moments.get(i).pitches();
            int changing = 0;
            for (int voice = 0; voice < after.length; voice++) {
                changing += before[voice] == after[voice] ? 0 : 1;
            }
            if (changing >= 2) {
                moves++;
                parallel += parallel(before, after) ? 1 : 0;
            }
        }
        return new Ratio(parallel, moves);
    }

    private static boolean parallel(int[] before, int[] after) {
        for (int upper = 0; upper < after.length; upper++) {
            for (int lower = upper + 1; lower < after.length; lower++) {
                Motion motion = new Motion(before[upper], before[lower], after[upper], after[lower]);
                int interval = motion.intervalBefore();
                if (motion.bothMove()
                        && interval == motion.intervalAfter()
                        && (Motion.octave(interval) || Motion.fifth(interval))) {
                    return true;
                }
            }
        }
        return false;
    }
}
