package cadenza.host.picking;

import java.util.List;

/**
 * A word with which a text may go on.
 *
 * @param text the word, with the blanks and marks before it
 * @param tokens that write it
 * @param probability that the model goes on with just this word, {@code (0, 1]}
 */
public record WordChoice(String text, List<Integer> tokens, double probability) {
    public WordChoice {
        tokens = List.copyOf(tokens);
    }
}
