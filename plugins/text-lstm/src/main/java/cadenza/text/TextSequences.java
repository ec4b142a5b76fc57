package cadenza.text;

import cadenza.training.Sequence;
import cadenza.training.TokenSequence;
import cadenza.training.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Texts as training sequences. In each epoch every text is cut anew into parts of about one length, each beginning at
 * the beginning of a line where one is near: so the network learns from empty input how a line begins.
 *
 * @param texts tokens of each text
 * @param newline the token of the line feed, negative if there is none
 * @param parts into how many parts all texts together are cut
 */
record TextSequences(List<TokenSequence> texts, int newline, int parts) implements TrainingSet {
    /** How far a cut is moved to the beginning of a line: little, so that the lanes stay of one length. */
    private static final int NEAR = 32;

    @Override
    public List<Sequence> epoch(RandomGenerator random) {
        long total = texts.stream().mapToLong(TokenSequence::length).sum();
        int share = (int) Math.max(NEAR, (total + parts - 1) / parts);
        List<Sequence> sequences = new ArrayList<>();
        for (TokenSequence text : texts) {
            Sequence whole = Sequence.ofLastToken(text);
            int from = 0;
            for (long aim = 1L + random.nextInt(share); aim < text.length(); aim += share) {
                int to = lineStart(text, (int) aim);
                if (to > from) {
                    sequences.add(whole.part(from, to));
                    from = to;
                }
            }
            if (text.length() > from) {
                sequences.add(whole.part(from, text.length()));
            }
        }
        return sequences;
    }

    /** The nearest beginning of a line, if one is near; else the place itself. */
    private int lineStart(TokenSequence text, int aim) {
        for (int distance = 0; distance <= NEAR; distance++) {
            if (beginsLine(text, aim - distance)) {
                return aim - distance;
            }
            if (beginsLine(text, aim + distance)) {
                return aim + distance;
            }
        }
        return aim;
    }

    private boolean beginsLine(TokenSequence text, int at) {
        return at > 0 && at < text.length() && text.token(at - 1) == newline;
    }
}
