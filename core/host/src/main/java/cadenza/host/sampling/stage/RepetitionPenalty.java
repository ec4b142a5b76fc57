package cadenza.host.sampling.stage;

import cadenza.api.UserException;
import java.util.Arrays;

/**
 * Makes tokens less likely that came a short while ago (penalised sampling: Keskar et al., "CTRL: a conditional
 * transformer language model for controllable generation", 2019, arXiv:1909.05858, section 4.1). There a logit of such a
 * token is divided by the penalty θ; as that would make a negative one likelier, those are multiplied, as in Hugging
 * Face's transformers and llama.cpp. How often a token came does not matter.
 *
 * <p>It suits vocabularies of words. Of characters nearly all came a short while ago; there {@link Dry} is of more use.
 *
 * @param penalty θ, {@code [1, 10]}, 1 for none; the paper advises 1.2
 * @param window how many tokens back it looks, {@code [1, 65536]}
 */
public record RepetitionPenalty(double penalty, int window) {
    /** How far back it looks where nothing is said, as llama.cpp's {@code repeat_last_n}. */
    public static final int WINDOW = 64;

    /** None. */
    public static final RepetitionPenalty OFF = new RepetitionPenalty(1, WINDOW);

    /** The strongest. */
    public static final double MOST = 10;

    /** The longest window, of this penalty and of {@link Dry}. */
    public static final int LONGEST_WINDOW = 1 << 16;

    public RepetitionPenalty {
        if (!(penalty >= 1 && penalty <= MOST)) {
            throw new UserException("--repetition-penalty " + penalty + " is not in 1 (none).." + (int) MOST);
        }
        checkWindow(window);
    }

    static void checkWindow(int window) {
        if (window < 1 || window > LONGEST_WINDOW) {
            throw new UserException("--repeat-window " + window + " is not in 1.." + LONGEST_WINDOW + " tokens");
        }
    }

    /** Whether it does anything. */
    public boolean on() {
        return penalty > 1;
    }

    /** The stage of one generation. @param size number of tokens */
    public Stage stage(int size) {
        return new Recent(this, size);
    }

    private static final class Recent implements Stage {
        private final RepetitionPenalty settings;
        private final History history;
        private final int[] counts; // of each token in the window

        Recent(RepetitionPenalty settings, int size) {
            this.settings = settings;
            history = new History(settings.window);
            counts = new int[size];
        }

        @Override
        public String name() {
            return "repetition penalty " + settings.penalty;
        }

        @Override
        public void apply(Candidates candidates) {
            for (int token = 0; token < counts.length; token++) {
                if (counts[token] > 0) {
                    double score = candidates.score(token);
                    candidates.score(token, score > 0 ? score / settings.penalty : score * settings.penalty);
                }
            }
        }

        @Override
        public void accept(int token) {
            history.add(token);
            counts[token]++;
            if (history.behindWindow()) {
                counts[(int) history.back(settings.window + 1)]--;
            }
        }

        @Override
        public void rewind(int length) {
            history.rewind(length);
            Arrays.fill(counts, 0);
            for (int back = 1; back <= history.size(); back++) {
                counts[(int) history.back(back)]++;
            }
        }
    }
}
