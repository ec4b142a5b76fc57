package cadenza.host.plugins;

import cadenza.api.UserException;
import java.time.Duration;

/**
 * How long a call into a plugin may take before the host goes on without it. A training has no deadline: its user
 * bounds it.
 *
 * @param opening for what happens once: starting a plugin, opening a model, encoding or decoding a document
 * @param token for what happens at each token, and for each of several lanes that step together
 */
public record Deadlines(Duration opening, Duration token) {
    private static final int OPENING_TOKENS = 3;
    private static final Duration NEVER = Duration.ofMillis(Long.MAX_VALUE);
    private static final double SHORTEST = 0.001;
    private static final double LONGEST = 86_400;

    /** Ten seconds a token, thirty to start or open. */
    public static final Deadlines DEFAULT = ofToken(Duration.ofSeconds(10));

    /** @throws IllegalArgumentException if one is not above zero */
    public Deadlines {
        if (opening.toMillis() < 1 || token.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "deadlines " + opening + " and " + token + " are not a millisecond or more");
        }
    }

    /** So long a token, and three times as long to start or open. */
    public static Deadlines ofToken(Duration token) {
        return new Deadlines(token.multipliedBy(OPENING_TOKENS), token);
    }

    /** The same, of a number that a user gave. @throws UserException if it is out of range */
    public static Deadlines ofSeconds(double seconds) {
        if (!(seconds >= SHORTEST && seconds <= LONGEST)) {
            throw new UserException("--deadline " + seconds + " is not a number of seconds of " + SHORTEST + ".."
                    + (long) LONGEST + "; leave it out for " + DEFAULT.token.toSeconds());
        }
        return ofToken(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /** @param tokens how many a call is for */
    Duration of(PluginMethod method, int tokens) {
        return switch (method.pace()) {
            case OPENING -> opening;
            case TOKEN -> token.multipliedBy(tokens);
            case UNBOUNDED -> NEVER;
        };
    }
}
