package cadenza.host.music;

/**
 * How often something was found.
 *
 * @param count 1 or more
 */
public record Counted(Finding what, int count) {
    /** Such as {@code 3 pitch bends}. */
    @Override
    public String toString() {
        return what.count(count);
    }
}
