package cadenza.host.measure;

/**
 * A part of a whole.
 *
 * @param part 0 or more
 * @param whole 0 if there is nothing to measure
 */
record Ratio(double part, double whole) {
    /** Nothing to measure. */
    static final Ratio NONE = new Ratio(0, 0);

    boolean measured() {
        return whole > 0;
    }

    double value() {
        return part / whole;
    }
}
