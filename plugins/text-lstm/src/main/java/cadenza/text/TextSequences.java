package cadenza.text;

import cadenza.training.Sequence;
import cadenza.training.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Texts as training sequences. In each epoch every text is cut anew into parts of about a lane's share, each beginning
 * at the beginning of a line: so the network learns from empty input how a line begins.
 *
 * @param texts tokens of each text
 * @param newline the token of the line feed, negative if there is none
 * @param parts into how many parts all texts together are cut
 */
record TextSequences(List<int[]> texts, int newline, int parts) implements TrainingSet {
    @Override
    public List<Sequence> epoch(RandomGenerator random) {
        long total = texts.stream().mapToLong(text -> text.length).sum();
        int share = (int) Math.max(1, total / parts);
        List<Sequence> sequences = new ArrayList<>();
        for (int[] text : texts) {
            Sequence whole = Sequence.ofLastToken(text);
            int from = 0;
            int aim = random.nextInt(share) + 1;
            while (from < text.length) {
                int to = aim >= text.length ? text.length : lineStart(text, aim, share);
                if (to > from) {
                    sequences.add(whole.part(from, to));
                }
                from = to;
                aim = from + share;
            }
        }
        return sequences;
    }

    /** The next beginning of a line, if it is not too far; else the place itself. */
    private int lineStart(int[] text, int aim, int share) {
        int furthest = Math.min(text.length, aim + Math.max(1, share / 4));
        for (int at = aim; at < furthest; at++) {
            if (text[at - 1] == newline) {
                return at;
            }
        }
        return aim;
    }
}
