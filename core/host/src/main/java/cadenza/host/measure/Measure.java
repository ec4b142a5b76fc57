package cadenza.host.measure;

/** A figure of one piece. Stateless; safe for use by several threads. */
interface Measure {
    /** How a program calls it: one word in camel case. */
    String name();

    /** How a table calls it, with its unit. */
    String label();

    /** The figure of a piece; one without a whole, {@link Ratio#NONE}, leaves the piece out. */
    Ratio of(Piece piece);

    /**
     * How the figures of many pieces become one: false for the mean over the pieces, each counting the same; true for
     * all parts over all wholes, for what happens too seldom to be told of one piece.
     */
    default boolean pooled() {
        return false;
    }
}
