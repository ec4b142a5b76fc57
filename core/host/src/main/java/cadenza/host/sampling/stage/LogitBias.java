package cadenza.host.sampling.stage;

import cadenza.api.UserException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Adds to the logits of single tokens, as {@code logit_bias} of OpenAI's and llama.cpp's interfaces does: +0.69 makes a
 * token twice as likely beside the others, −100 keeps it out.
 *
 * @param nats what is added, by the token's symbol; {@code [-100, 100]} each
 */
public record LogitBias(Map<String, Double> nats) {
    /** Of no token. */
    public static final LogitBias NONE = new LogitBias(Map.of());

    /** The most that can be added. */
    public static final double MOST = 100;

    public LogitBias {
        nats = Collections.unmodifiableMap(new LinkedHashMap<>(nats));
        nats.forEach((symbol, value) -> {
            if (!(Math.abs(value) <= MOST)) {
                throw new UserException("--bias '" + TokenSymbol.escaped(symbol) + "=" + value + "' is not in "
                        + -(int) MOST + ".." + (int) MOST);
            }
        });
    }

    /** Whether it does anything. */
    public boolean on() {
        return !nats.isEmpty();
    }

    /**
     * The stage of one vocabulary.
     *
     * @param id of each symbol; negative if the vocabulary does not have it
     * @throws UserException if a token is not there
     */
    public Stage stage(ToIntFunction<String> id) {
        int[] tokens = new int[nats.size()];
        double[] added = new double[nats.size()];
        int count = 0;
        for (Map.Entry<String, Double> entry : nats.entrySet()) {
            int token = id.applyAsInt(entry.getKey());
            if (token < 0) {
                String symbol = TokenSymbol.escaped(entry.getKey());
                throw new UserException("--bias '" + symbol + "=" + entry.getValue() + "': the model has no token '"
                        + symbol + "'; a token of text is one character that the model knows, --explain shows others");
            }
            tokens[count] = token;
            added[count++] = entry.getValue();
        }
        return new Stage() {
            @Override
            public String name() {
                return "bias";
            }

            @Override
            public void apply(Candidates candidates) {
                for (int i = 0; i < tokens.length; i++) {
                    candidates.score(tokens[i], candidates.score(tokens[i]) + added[i]);
                }
            }
        };
    }
}
