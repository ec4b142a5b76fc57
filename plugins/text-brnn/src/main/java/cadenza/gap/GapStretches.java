package cadenza.gap;

import cadenza.training.Sequence;
import cadenza.training.TokenSequence;
import cadenza.training.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Texts as training sequences: in each epoch every text is cut anew into stretches, each with other gaps.
 *
 * @param texts tokens of each
 * @param length characters of a stretch at most, 2 or more
 */
record GapStretches(List<TokenSequence> texts, int length) implements TrainingSet {
    @Override
    public List<Sequence> epoch(RandomGenerator random) {
        List<Sequence> stretches = new ArrayList<>();
        for (TokenSequence text : texts) {
            int from = 0;
            int to = Math.min(text.length(), 2 + random.nextInt(length - 1));
            while (from < text.length()) {
                stretches.add(GapStretch.of(text, from, to - from, random));
                from = to;
                to = (int) Math.min(text.length(), (long) to + length);
            }
        }
        return stretches;
    }
}
