package cadenza.training;

import cadenza.recurrent.ScoringCodec;
import cadenza.recurrent.ScoringState;
import cadenza.recurrent.SelectedScores;

/**
 * Which scores add up to which logits along one sequence, found by following it: to keep them for all steps would take
 * gigabytes. Steps are best asked for in order; an earlier one begins anew. For one thread.
 */
final class FollowedScores {
    private final ScoringCodec<?> codec;
    private final int[] tokens;
    private ScoringState state;
    private int reached;

    FollowedScores(ScoringCodec<?> codec, int[] tokens) {
        this.codec = codec;
        this.tokens = tokens;
    }

    /** The scores at a step. */
    SelectedScores at(int step) {
        if (state == null || step < reached) {
            state = codec.start();
            reached = 0;
        }
        while (reached < step) {
            state.accept(tokens[reached++]);
        }
        int[] indices = new int[codec.vocabulary().size() * codec.terms()];
        state.scores(indices);
        return new SelectedScores(codec.terms(), indices);
    }
}
