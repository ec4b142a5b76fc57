package cadenza.training;

import cadenza.recurrent.ScoringCodec;
import cadenza.recurrent.SelectedScores;
import cadenza.recurrent.SlotCodec;
import cadenza.recurrent.SlotState;

/** A token sequence as a network learns it: at each step the input units that are on, and the token to be predicted. */
public interface Sequence {
    /** Number of steps, which is the number of tokens. */
    int length();

    /** The token to be predicted at a step. */
    int target(int step);

    /** How many tokens are predicted at each step: 1, or more where several voices are predicted at once. */
    default int targets() {
        return 1;
    }

    /** A token to be predicted at a step, or negative for none. @param which {@code [0, targets)} */
    default int target(int step, int which) {
        return target(step);
    }

    /** The input unit that is on in a slot at a step, or {@link SlotState#NONE}. */
    int unit(int step, int slot);

    /**
     * The scores that add up to the logit of each token at a step, or null where each token has one of its own. Fast
     * where the steps are asked for in order.
     */
    default SelectedScores scores(int step) {
        return null;
    }

    /** The same for one of several targets. @param which {@code [0, targets)} */
    default SelectedScores scores(int step, int which) {
        return scores(step);
    }

    /**
     * The steps {@code [from, to)} as a sequence of its own, with the inputs they have here, but for the first: before it
     * there is nothing, so it reads the zero vector.
     */
    default Sequence part(int from, int to) {
        Sequence whole = this;
        return new Sequence() {
            @Override
            public int length() {
                return to - from;
            }

            @Override
            public int target(int step) {
                return whole.target(from + step);
            }

            @Override
            public int unit(int step, int slot) {
                return step == 0 ? SlotState.NONE : whole.unit(from + step, slot);
            }

            @Override
            public SelectedScores scores(int step) {
                return whole.scores(from + step);
            }
        };
    }

    /**
     * The sequence of a document's tokens: the first is predicted from the empty input, each further one from what the
     * codec's state gives after the tokens before it.
     */
    static Sequence of(SlotCodec<?> codec, int[] tokens) {
        FollowedScores followed = codec instanceof ScoringCodec<?> scoring ? new FollowedScores(scoring, tokens) : null;
        int slots = codec.slots();
        int[] units = new int[tokens.length * slots];
        int[] now = new int[slots];
        SlotState state = codec.start();
        for (int step = 0; step < tokens.length; step++) {
            state.units(now);
            System.arraycopy(now, 0, units, step * slots, slots);
            state.accept(tokens[step]);
        }
        return new Sequence() {
            @Override
            public int length() {
                return tokens.length;
            }

            @Override
            public int target(int step) {
                return tokens[step];
            }

            @Override
            public int unit(int step, int slot) {
                return units[step * slots + slot];
            }

            @Override
            public SelectedScores scores(int step) {
                return followed == null ? null : followed.at(step);
            }
        };
    }

    /** The sequence of a coding whose only input is the last token; keeps the tokens alone. */
    static Sequence ofLastToken(TokenSequence tokens) {
        return new Sequence() {
            @Override
            public int length() {
                return tokens.length();
            }

            @Override
            public int target(int step) {
                return tokens.token(step);
            }

            @Override
            public int unit(int step, int slot) {
                return step == 0 ? SlotState.NONE : tokens.token(step - 1);
            }
        };
    }

    /** The same, of a copy of these tokens. */
    static Sequence ofLastToken(int[] tokens) {
        return ofLastToken(TokenSequence.of(tokens));
    }
}
