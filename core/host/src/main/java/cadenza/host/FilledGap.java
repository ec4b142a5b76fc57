package cadenza.host;

/**
 * A gap that was filled.
 *
 * @param before what stood before it
 * @param gap what fills it
 * @param after what stood behind it
 */
public record FilledGap(String before, String gap, String after, Recipe recipe) {
    /** All three as one text. */
    public String text() {
        return before + gap + after;
    }
}
