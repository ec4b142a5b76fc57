package cadenza.host.sampling.stage;

/**
 * One step on the way from logits to a token: changes scores, or takes out candidates, never the last one. Belongs to one
 * generation, as it may remember the tokens that were followed; one thread.
 */
public interface Stage {
    /** What it is and how it is set, as a person reads it: {@code top-k 40}. */
    String name();

    /**
     * Does its step. May be called several times before a token is accepted, which changes nothing that it remembers.
     */
    void apply(Candidates candidates);

    /** Hears of a token that the generation follows, chosen or given. @param token of {@code [0, size)} */
    default void accept(int token) {}

    /**
     * Forgets all but the first accepted tokens.
     *
     * @param length how many to keep, at most as many as were accepted
     * @throws IllegalArgumentException if it cannot: 0 and the last {@value History#MOST_REWIND} are always kept
     */
    default void rewind(int length) {}
}
