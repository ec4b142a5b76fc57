package cadenza.host.sampling;

/**
 * What a generation must hold, told from the effects of tokens alone, so that every plugin has it. It keeps no state
 * that choices change: what it must know of the tokens so far, {@link Choices#playhead()} tells. So one constraint may
 * serve several generations, and a token can be tried and taken back.
 */
public interface Constraint {
    /** As the user gave it, for messages: {@code --range C3-C6}. */
    String name();

    /** Takes tokens out, or makes them more or less likely. */
    void restrict(Choices choices);

    /**
     * Whether it may be dropped for a step in which it would leave no token. What is not soft is never dropped.
     *
     * @return false unless overridden
     */
    default boolean soft() {
        return false;
    }
}
