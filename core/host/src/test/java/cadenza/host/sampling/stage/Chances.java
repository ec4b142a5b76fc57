package cadenza.host.sampling.stage;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Candidates of given probabilities or scores, all allowed, for tests. */
final class Chances {
    private Chances() {}

    static Candidates ofScores(double... scores) {
        float[] logits = new float[scores.length];
        boolean[] allowed = new boolean[scores.length];
        for (int token = 0; token < scores.length; token++) {
            logits[token] = (float) scores[token];
        }
        Arrays.fill(allowed, true);
        Candidates candidates = new Candidates(scores.length);
        candidates.begin(logits, allowed);
        return candidates;
    }

    /** Weighed at temperature 1. */
    static Candidates of(double... probabilities) {
        Candidates candidates =
                ofScores(Arrays.stream(probabilities).map(Math::log).toArray());
        candidates.weigh(1);
        return candidates;
    }

    static double[] scores(Candidates candidates) {
        return IntStream.range(0, candidates.size())
                .mapToDouble(candidates::score)
                .toArray();
    }

    /** The tokens that are left. */
    static int[] left(Candidates candidates) {
        return IntStream.range(0, candidates.size())
                .filter(token -> candidates.weight(token) > 0)
                .toArray();
    }
}
