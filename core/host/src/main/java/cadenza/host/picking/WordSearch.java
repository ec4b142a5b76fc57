package cadenza.host.picking;

import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.Predictor;
import cadenza.api.Vocabulary;
import cadenza.host.writing.WordCharacters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds the likeliest words that come next, by best-first search over characters: the likeliest beginning is taken on by
 * each character that may follow, until as many words as asked for have ended before every other beginning became less
 * likely than they are. So the words found are the likeliest, exactly, but for beginnings below
 * {@value #LEAST_PROBABILITY} and for what lies beyond the {@value #MOST_STEPS} steps that a search takes at most.
 *
 * <p>A word is what {@link WordCharacters} says, apostrophes within it included. Its probability is that of its
 * characters times that of a character after them which is of no word.
 */
final class WordSearch {
    private static final double LEAST_PROBABILITY = 1e-5;
    private static final int MOST_STEPS = 2_000;

    /** A word that is longer is offered as it is by then: a model of one letter would never end it. */
    private static final int LONGEST = 40;

    private final int size;
    private final String[] written;

    /** @param state of a codec whose effects do not depend on what was written, as those of texts */
    WordSearch(CodecState state, Vocabulary vocabulary) {
        size = vocabulary.size();
        written = new String[size];
        for (int token = 0; token < size; token++) {
            if (token != Vocabulary.UNKNOWN && state.effect(token) instanceof Effect.Write write) {
                written[token] = write.characters();
            }
        }
    }

    /**
     * A beginning of a word, or a whole one.
     *
     * @param before has followed all but the last token, and stays there
     * @param begun whether the word itself has begun, after blanks and marks
     */
    private record Beginning(
            Predictor before, String text, List<Integer> tokens, double probability, boolean begun, boolean ended) {
        Beginning with(Predictor predictor, int token, String written, double times) {
            List<Integer> more = new ArrayList<>(tokens);
            more.add(token);
            boolean word = WordCharacters.wordCharacter(written.codePointAt(0));
            String longer = text + written;
            boolean whole = longer.codePointCount(0, longer.length()) >= LONGEST
                    || word && Character.isIdeographic(written.codePointAt(0));
            return new Beginning(predictor, longer, more, probability * times, begun || word, whole);
        }

        Beginning ended(double times) {
            return new Beginning(before, text, tokens, probability * times, true, true);
        }

        /** Whether a character belongs to the next word, if it is of one at all. */
        boolean endsBefore(String written) {
            int codePoint = written.codePointAt(0);
            return begun
                    && (!WordCharacters.wordCharacter(codePoint) && !WordCharacters.apostrophe(codePoint)
                            || Character.isIdeographic(codePoint));
        }
    }

    /**
     * The likeliest words, the likeliest first.
     *
     * @param predictor where the text stands; stays there
     * @param logits that it gave last
     * @param count how many at most
     */
    List<WordChoice> after(Predictor predictor, float[] logits, int count) {
        // Equal ones in a fixed order, or what is offered would be chance.
        PriorityQueue<Beginning> open = new PriorityQueue<>(
                Comparator.comparingDouble(Beginning::probability).reversed().thenComparing(Beginning::text));
        goOn(new Beginning(predictor, "", List.of(), 1, false, false), predictor, logits, open);
        List<WordChoice> found = new ArrayList<>();
        for (int steps = 0; steps < MOST_STEPS && !open.isEmpty() && found.size() < count; steps++) {
            Beginning best = open.remove();
            if (best.ended()) {
                found.add(new WordChoice(best.text(), best.tokens(), best.probability()));
            } else {
                Predictor next = best.before().copy().orElseThrow();
                goOn(best, next, next.next(best.tokens().get(best.tokens().size() - 1)), open);
            }
        }
        return found;
    }

    /** Takes a beginning on by one character. @param predictor has followed all of it, and gave these logits */
    private void goOn(Beginning beginning, Predictor predictor, float[] logits, PriorityQueue<Beginning> open) {
        double[] probabilities = probabilities(logits);
        double ending = 0;
        for (int token = 0; token < size; token++) {
            if (written[token] == null) {
                continue;
            }
            if (beginning.endsBefore(written[token])) {
                ending += probabilities[token];
            } else if (beginning.probability() * probabilities[token] >= LEAST_PROBABILITY) {
                open.add(beginning.with(predictor, token, written[token], probabilities[token]));
            }
        }
        if (beginning.probability() * ending >= LEAST_PROBABILITY) {
            open.add(beginning.ended(ending));
        }
    }

    /** Softmax over all but the unknown token, which is never written. */
    private double[] probabilities(float[] logits) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int token = 0; token < size; token++) {
            if (written[token] != null) {
                highest = Math.max(highest, logits[token]);
            }
        }
        double[] probabilities = new double[size];
        double sum = 0;
        for (int token = 0; token < size; token++) {
            if (written[token] != null) {
                probabilities[token] = StrictMath.exp(logits[token] - highest);
                sum += probabilities[token];
            }
        }
        for (int token = 0; token < size; token++) {
            probabilities[token] /= sum;
        }
        return probabilities;
    }
}
